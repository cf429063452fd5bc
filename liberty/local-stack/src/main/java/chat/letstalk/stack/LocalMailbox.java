package chat.letstalk.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A mailbox for every address (GreenMail, loopback only) in a process of its own. */
public final class LocalMailbox implements AutoCloseable {

  static final String PART = "mailbox";

  private final StackProcess process;
  private final int smtpPort;
  private final URI address;

  private LocalMailbox(StackProcess process, int smtpPort, URI address) {
    this.process = process;
    this.smtpPort = smtpPort;
    this.address = address;
  }

  /** Starts a mailbox that logs to a folder, and waits until it serves. */
  public static LocalMailbox start(Path data) {
    int port = FreePorts.row(2);
    return start(data, port, port + 1);
  }

  /** Starts a mailbox on fixed ports, and waits until it serves. */
  public static LocalMailbox start(Path data, int smtpPort, int restPort) {
    URI address = URI.create("http://127.0.0.1:" + restPort);
    StackProcess process =
        StackProcess.start(
            PART,
            data,
            Map.of(),
            List.of(
                Jvm.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dgreenmail.hostname=127.0.0.1",
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtpPort,
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + restPort,
                "-Dgreenmail.auth.disabled",
                "-jar",
                Checkout.find().engine(PART).resolve("greenmail-standalone.jar").toString()));
    Readiness smtp = Readiness.greeting(smtpPort);
    Readiness rest = Readiness.answering(address.resolve("/api/service/readiness"));
    process.awaitReady(() -> smtp.isReady() && rest.isReady(), Engine.DEADLINE);
    return new LocalMailbox(process, smtpPort, address);
  }

  /** Where mail is handed in; the host is 127.0.0.1. */
  public int smtpPort() {
    return smtpPort;
  }

  /** The REST API: {@code GET /api/user/<address>/messages} and more. */
  public URI address() {
    return address;
  }

  /** The process that is the mailbox. */
  public StackProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
