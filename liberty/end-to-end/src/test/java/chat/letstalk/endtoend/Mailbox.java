package chat.letstalk.endtoend;

import jakarta.json.JsonValue;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The stack's mailbox, read through its REST API. */
record Mailbox(URI address) {

  private static final Pattern CODE = Pattern.compile("(?<!\\d)([1-9]\\d{3})(?!\\d)");

  /** The texts of all mails to an address, the oldest first. */
  List<String> mailsTo(String email) {
    Answer answer = new Rest(address, null).get("/api/user/" + email + "/messages");
    if (answer.status() != 200) { // the mailbox makes an account with its first mail
      return List.of();
    }
    return answer.array().stream()
        .map(JsonValue::asJsonObject)
        .map(mail -> textOf(mail.getString("mimeMessage")))
        .toList();
  }

  /** The newest code that an address received. */
  int codeFor(String email) {
    List<String> mails = mailsTo(email);
    var code = CODE.matcher(mails.get(mails.size() - 1));
    if (!code.find()) {
      throw new AssertionError("No code in the mail: " + mails);
    }
    return Integer.parseInt(code.group(1));
  }

  private static String textOf(String source) {
    try {
      return textOf(
          new MimeMessage(
              null, new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1))));
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String textOf(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    while (content instanceof Multipart parts) {
      BodyPart first = parts.getBodyPart(0); // the text comes first, the HTML after it
      content = first.getContent();
    }
    return String.valueOf(content);
  }
}
