package chat.letstalk.stack;

import java.util.Map;

/** Where mail goes. */
record MailboxEngine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalMailbox.PART;
  }

  @Override
  public String software() {
    return "GreenMail";
  }

  @Override
  public StackProcess start() {
    Ports ports = options.ports();
    return LocalMailbox.start(options.data(), ports.smtp(), ports.mailbox()).process();
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "LETSTALK_SMTP_HOST",
        "127.0.0.1",
        "LETSTALK_SMTP_PORT",
        String.valueOf(options.ports().smtp()),
        "LETSTALK_SMTP_FROM",
        "LetsTalk <no-reply@letstalk.example>");
  }
}
