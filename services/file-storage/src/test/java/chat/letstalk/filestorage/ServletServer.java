package chat.letstalk.filestorage;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Servlets in a container of this JVM, on a free port. */
final class ServletServer implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final Context application;

  ServletServer() {
    try {
      tomcat.setBaseDir(Files.createTempDirectory("file-storage").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    application = tomcat.addContext("", null);
  }

  ServletServer add(String path, Servlet servlet) {
    Tomcat.addServlet(application, path, servlet);
    application.addServletMappingDecoded(path, path);
    return this;
  }

  ServletServer start() {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
