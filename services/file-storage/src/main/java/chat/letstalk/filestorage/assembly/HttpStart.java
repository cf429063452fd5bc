package chat.letstalk.filestorage.assembly;

import chat.letstalk.filestorage.download.DownloadImage;
import chat.letstalk.filestorage.download.ImageServlet;
import chat.letstalk.filestorage.grpc.FileUpload;
import chat.letstalk.filestorage.grpcweb.GrpcWebServlet;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.upload.UploadAdmission;
import chat.letstalk.filestorage.upload.UploadImage;
import chat.letstalk.filestorage.upload.UploadLimits;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Opens what is served over HTTP/1.1: gRPC-Web, and pictures as such. */
@WebListener
public class HttpStart implements ServletContextListener {

  private final GrpcWebServlet grpcWeb;
  private final ImageServlet images;

  @Inject
  public HttpStart(
      FileUpload fileUpload,
      DownloadImage downloadImage,
      UploadImage uploadImage,
      SignedIn signedIn,
      UploadAdmission admission,
      UploadLimits limits) {
    grpcWeb = new GrpcWebServlet(fileUpload, signedIn, admission, uploadImage, limits.bytes());
    images = new ImageServlet(downloadImage, signedIn);
  }

  @Override
  public void contextInitialized(ServletContextEvent start) {
    var application = start.getServletContext();
    application.addServlet("grpc-web", grpcWeb).addMapping(GrpcWebServlet.PATH);
    application.addServlet("images", images).addMapping(ImageServlet.PATH);
  }
}
