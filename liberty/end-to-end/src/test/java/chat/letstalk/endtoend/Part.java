package chat.letstalk.endtoend;

/** A process of the stack with one server per service, which can be killed by itself. */
enum Part {
  CHAT_API,
  NOTIFICATION,
  KAFKA,
  DATABASE
}
