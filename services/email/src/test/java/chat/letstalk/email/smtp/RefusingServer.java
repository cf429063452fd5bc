package chat.letstalk.email.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;

/**
 * A stand-in for mail servers in a bad mood: it answers chosen commands as it is told, or not at
 * all. GreenMail takes everything.
 */
final class RefusingServer implements AutoCloseable {

  /** The command of the test that takes the mail itself. */
  static final String END_OF_DATA = ".";

  /** The answer of a server that has fallen asleep. */
  static final String SILENCE = "";

  private final ServerSocket socket;
  private final Map<String, String> answers;

  /**
   * @param answers what it says to a command, by the command's first word
   */
  RefusingServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "refusing-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException e) {
        continue; // the client, or the test, is done
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
    say(client, answers.getOrDefault("", "220 here"));
    boolean inMail = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (inMail && !line.equals(END_OF_DATA)) {
        continue;
      }
      String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
      inMail = command.equals("DATA") && !answers.containsKey(command);
      say(client, answers.getOrDefault(command, inMail ? "354 go on" : "250 fine"));
    }
  }

  private static void say(Socket client, String answer) throws IOException {
    if (!answer.equals(SILENCE)) {
      OutputStream out = client.getOutputStream();
      out.write((answer + "\r\n").getBytes(US_ASCII));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
