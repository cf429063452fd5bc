package chat.letstalk.bench.child;

import chat.letstalk.bench.load.Timing;
import chat.letstalk.images.preview.MakePreview;
import chat.letstalk.images.preview.PreviewLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes previews of one picture with the product's own core, in a JVM of its own. */
public final class PreviewJobs {

  private PreviewJobs() {}

  /**
   * Such a program.
   *
   * @param heap the largest of its JVM, in mebibytes
   */
  public static ChildProgram of(Path picture, int heap, int threads, Timing timing) {
    // The collector of our servers; without a console no picture needs one.
    List<String> options = List.of("-Xmx" + heap + "m", "-XX:+UseG1GC", "-Djava.awt.headless=true");
    return ChildProgram.java(
        PreviewJobs.class, options, Map.of(), picture.toString(), threads, timing);
  }

  /** Its arguments: the picture, and those of {@link JobLoop}. */
  public static void main(String[] words) throws IOException {
    byte[] picture = Files.readAllBytes(Path.of(words[0]));
    MakePreview make = MakePreview.within(PreviewLimits.DEFAULT);
    JobReport report = JobLoop.of(words[1], words[2], words[3]).run(() -> make.of(picture));
    System.out.println(report.toLine());
    System.exit(0);
  }
}
