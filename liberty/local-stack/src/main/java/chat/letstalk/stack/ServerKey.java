package chat.letstalk.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key and certificate of a server with TLS on this machine, made by the JDK's keytool.
 *
 * @param keyStore PKCS #12, opened by {@link #PASSWORD}
 * @param key PEM, not encrypted
 * @param certificate PEM; signs itself, so that it is its own authority
 */
public record ServerKey(Path keyStore, Path key, Path certificate) {

  /** Opens the key store; no secret, as the key lies beside it. */
  public static final String PASSWORD = "changeit";

  private static final String ALIAS = "server";
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /**
   * Makes a key in a folder, which is made if need be.
   *
   * @param names whom the certificate is for, such as {@code localhost} or {@code 127.0.0.1}
   */
  public static ServerKey in(Path folder, String... names) {
    Path home = folder.toAbsolutePath();
    Path keyStore = home.resolve("keys.p12");
    char[] password = PASSWORD.toCharArray();
    try {
      Files.createDirectories(home);
      StackProcess.start("keytool", home, Map.of(), keytool(keyStore, names))
          .awaitSuccess(DEADLINE);
      KeyStore keys = KeyStore.getInstance(keyStore.toFile(), password);
      return new ServerKey(
          keyStore,
          pem(home.resolve("key.pem"), "PRIVATE KEY", keys.getKey(ALIAS, password).getEncoded()),
          pem(
              home.resolve("certificate.pem"),
              "CERTIFICATE",
              keys.getCertificate(ALIAS).getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a key in " + home + ".", e);
    } catch (GeneralSecurityException e) {
      throw new StackException("Cannot read the key that was made in " + home + ".", e);
    }
  }

  private static List<String> keytool(Path keyStore, String... names) {
    String alternatives =
        Stream.of(names)
            .map(name -> (Character.isDigit(name.charAt(0)) ? "ip:" : "dns:") + name)
            .collect(Collectors.joining(","));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + ALIAS,
        "-ext",
        "san=" + alternatives,
        "-storetype",
        "PKCS12",
        "-keystore",
        keyStore.toString(),
        "-storepass",
        PASSWORD);
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what));
  }
}
