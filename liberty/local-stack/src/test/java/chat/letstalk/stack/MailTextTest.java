package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The code is found in the text of a mail, however that is encoded, and nowhere else. */
class MailTextTest {

  private static final String HEAD =
      "Message-ID: <1111.2222@host>\r\nDate: Tue, 24 Nov 2026 02:00:00 +0000\r\n";

  @Test
  void in_plain_text() {
    assertThat(MailText.of(HEAD + "\r\nYour code: 4711\r\n").code()).contains("4711");
  }

  @Test
  void in_the_text_part_beside_html() {
    String mail =
        HEAD
            + "Content-Type: multipart/alternative; \r\n\tboundary=\"--=_Part_0_1234.5678\"\r\n\r\n"
            + "----=_Part_0_1234.5678\r\nContent-Type: text/plain; charset=UTF-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\nF=C3=BCr dich: 98=\r\n76\r\n"
            + "----=_Part_0_1234.5678\r\nContent-Type: text/html\r\n\r\n<b>1000</b>\r\n"
            + "----=_Part_0_1234.5678--\r\n";
    assertThat(MailText.of(mail).code()).contains("9876");
  }

  @Test
  void in_base64() {
    String body =
        Base64.getMimeEncoder()
            .encodeToString("Your code is 2718.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String mail = HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + body;
    assertThat(MailText.of(mail).code()).contains("2718");
  }

  @Test
  void a_mail_without_a_code_has_none() {
    assertThat(MailText.of(HEAD + "\r\nSince 12345 days.").code()).isEmpty();
  }

  @Test
  void strings_come_out_of_json_as_they_went_in() {
    String json =
        "[{\"uid\":1,\"mimeMessage\":\"a\\r\\n\\\"b\\\"\\\\ \\u00e9\"},{\"mimeMessage\" : \"2\"}]";
    assertThat(JsonStrings.of(json, "mimeMessage")).containsExactly("a\r\n\"b\"\\ é", "2");
  }
}
