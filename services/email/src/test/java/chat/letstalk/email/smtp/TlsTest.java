package chat.letstalk.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.email.mail.MailServerUnavailable;
import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On GreenMail with a certificate of its own, which the JVM trusts as operators would have it. */
class TlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static GreenMail mailbox;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    makeKeyFor("ip:127.0.0.1", keys);
    System.setProperty("greenmail.tls.keystore.file", keys.toString());
    System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    System.setProperty("javax.net.ssl.trustStore", keys.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    mailbox = Settings.mailbox("smtps");
    mailbox.start();
  }

  @AfterAll
  static void close() {
    mailbox.stop();
  }

  @Test
  void a_mail_goes_encrypted_to_the_server_that_its_certificate_names_and_to_no_other() {
    Settings settings = Settings.of(mailbox.getSmtps().getPort()).security(SmtpSecurity.TLS);
    settings.server().take(Settings.mailTo("alice@example.com"));
    assertThat(mailbox.getReceivedMessages()).hasSize(1);

    assertThatThrownBy(
            () -> settings.host("localhost").server().take(Settings.mailTo("alice@example.com")))
        .isInstanceOf(MailServerUnavailable.class)
        .hasStackTraceContaining("localhost");
    assertThat(mailbox.getReceivedMessages()).hasSize(1);
  }

  private static void makeKeyFor(String name, Path keys) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "mail",
                "-dname",
                "CN=mail",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }
}
