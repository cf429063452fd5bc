package chat.letstalk.chatapi.login;

import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.TraceHeaders;

/** The mail with a login code. */
final class LoginMail {

  private LoginMail() {}

  /**
   * @param expiresAt unix seconds
   */
  static PendingEvent of(String address, int code, long expiresAt) {
    String eventId = Uuids.next().toString();
    String text =
        """
        Your LetsTalk code is %d.

        It is valid for two minutes and works once. If you did not ask for it, somebody has typed your
        address by mistake: nothing happens as long as nobody gets the code from you.
        """
            .formatted(code);
    String html =
        """
        <p>Your LetsTalk code is</p>
        <p style="font-size:2em;letter-spacing:.2em"><b>%d</b></p>
        <p>It is valid for two minutes and works once. If you did not ask for it, somebody has typed your
        address by mistake: nothing happens as long as nobody gets the code from you.</p>
        """
            .formatted(code);
    EmailEvent mail = new EmailEvent(eventId, address, "Your LetsTalk code", text, html, expiresAt);
    return new PendingEvent(
        eventId, Channels.EMAILS, address, EventJson.write(mail), TraceHeaders.ofCurrent());
  }
}
