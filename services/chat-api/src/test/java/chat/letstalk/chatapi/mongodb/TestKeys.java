package chat.letstalk.chatapi.mongodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server's key with a certificate for 127.0.0.1, made by the JDK's own tool.
 *
 * @param keyStore PKCS #12
 * @param certificate PEM; signed by itself, so that it is its own authority
 */
record TestKeys(Path keyStore, Path certificate) {

  static final String PASSWORD = "for-tests-only";

  static TestKeys in(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    TestKeys keys = new TestKeys(folder.resolve("keys.p12"), folder.resolve("certificate.pem"));
    keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:127.0.0.1");
    keytool(keys, "-exportcert", "-rfc", "-file", keys.certificate.toString());
    return keys;
  }

  private static void keytool(TestKeys keys, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-alias",
            "server",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.keyStore.toString(),
            "-storepass",
            PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(keys.keyStore.resolveSibling("keytool.log").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("keytool failed; see keytool.log beside " + keys.keyStore);
    }
  }
}
