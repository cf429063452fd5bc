package chat.letstalk.endtoend;

/** A process of a stack, which can be killed by itself; which of them there are depends. */
enum Part {
  CHAT_API("chat-api"),
  NOTIFICATION("notification"),
  KAFKA("kafka"),
  DATABASE("database"),
  MONGODB("mongodb"),
  AWS("aws"),
  REDIS("redis");

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
