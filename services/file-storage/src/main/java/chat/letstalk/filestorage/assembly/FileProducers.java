package chat.letstalk.filestorage.assembly;

import chat.letstalk.filestorage.download.DownloadImage;
import chat.letstalk.filestorage.download.RecentContents;
import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.removal.RemoveImage;
import chat.letstalk.filestorage.removal.SweepOrphans;
import chat.letstalk.filestorage.sharing.ShareImage;
import chat.letstalk.filestorage.upload.UploadAdmission;
import chat.letstalk.filestorage.upload.UploadImage;
import chat.letstalk.filestorage.upload.UploadLimits;
import chat.letstalk.filestorage.upload.UploadSignature;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import chat.letstalk.images.upload.CleanPicture;
import chat.letstalk.imagestore.ImageStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The use cases around pictures, as configured. */
@Dependent
class FileProducers {

  @Produces
  @Singleton
  UploadLimits limits(
      @ConfigProperty(name = "letstalk.file-storage.max-bytes") int bytes,
      @ConfigProperty(name = "letstalk.file-storage.max-avatar-side") int avatarSide,
      @ConfigProperty(name = "letstalk.file-storage.max-picture-side") int pictureSide) {
    return new UploadLimits(bytes, avatarSide, pictureSide);
  }

  @Produces
  @Singleton
  UploadSignature signature(
      @ConfigProperty(name = "letstalk.file-storage.signature-key") List<String> keys,
      @ConfigProperty(name = "letstalk.file-storage.signature-lifetime") Duration lifetime,
      @ConfigProperty(name = "letstalk.files.orphans.after") Duration orphansAfter) {
    if (lifetime.compareTo(orphansAfter) >= 0) {
      throw new IllegalArgumentException(
          "letstalk.file-storage.signature-lifetime must be shorter than"
              + " letstalk.files.orphans.after, or pictures would be swept that can still be sent");
    }
    return new UploadSignature(keys, lifetime, Clock.systemUTC());
  }

  @Produces
  @Singleton
  CleanPicture clean(
      @ConfigProperty(name = "letstalk.file-storage.turning.at-a-time") int atATime,
      @ConfigProperty(name = "letstalk.file-storage.turning.within") Duration within) {
    Plugins plugins = Plugins.onClassPath();
    return new CleanPicture(
        new DecodePicture(plugins), new EncodePicture(plugins), atATime, within);
  }

  @Produces
  @Singleton
  UploadAdmission admission(
      @ConfigProperty(name = "letstalk.file-storage.uploads.at-a-time") int atATime,
      @ConfigProperty(name = "letstalk.file-storage.uploads.per-10-minutes") int perTenMinutes,
      @ConfigProperty(name = "letstalk.file-storage.uploads.arrive-within") Duration arriveWithin,
      FileMeter meter) {
    return new UploadAdmission(atATime, perTenMinutes, arriveWithin, meter);
  }

  @Produces
  @Singleton
  UploadImage uploadImage(
      UploadLimits limits,
      CleanPicture clean,
      ImageStore store,
      UploadSignature signature,
      FileMeter meter) {
    return new UploadImage(limits, clean, store, signature, meter);
  }

  @Produces
  @Singleton
  DownloadImage downloadImage(
      ImageStore store,
      @ConfigProperty(name = "letstalk.file-storage.recent.bytes") long bytes,
      @ConfigProperty(name = "letstalk.file-storage.recent.largest") long largest,
      FileMeter meter) {
    return new DownloadImage(store, new RecentContents(bytes, largest), meter);
  }

  @Produces
  @Singleton
  ShareImage shareImage(UploadSignature signature, ImageStore store, FileMeter meter) {
    return new ShareImage(signature, store, meter);
  }

  @Produces
  @Singleton
  RemoveImage removeImage(ImageStore store, FileMeter meter) {
    return new RemoveImage(store, meter);
  }

  @Produces
  @Singleton
  SweepOrphans sweepOrphans(
      ImageStore store,
      @ConfigProperty(name = "letstalk.files.orphans.after") Duration age,
      FileMeter meter) {
    return new SweepOrphans(store, age, Clock.systemUTC(), meter);
  }
}
