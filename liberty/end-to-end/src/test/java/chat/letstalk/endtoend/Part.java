package chat.letstalk.endtoend;

/** A process of the stack with one server per service, which can be killed by itself. */
enum Part {
  CHAT_API("chat-api"),
  NOTIFICATION("notification"),
  KAFKA("kafka"),
  DATABASE("database");

  private final String process;

  Part(String process) {
    this.process = process;
  }

  /** As the stack calls it. */
  @Override
  public String toString() {
    return process;
  }
}
