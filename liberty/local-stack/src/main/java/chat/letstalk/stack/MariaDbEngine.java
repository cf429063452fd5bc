package chat.letstalk.stack;

import java.util.Map;

/** The database of chat-api. */
record MariaDbEngine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalMariaDb.PART;
  }

  @Override
  public String software() {
    return "MariaDB";
  }

  @Override
  public StackProcess start() {
    return LocalMariaDb.start(options.data(), options.ports().database()).process();
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "LETSTALK_MYSQL_URL",
        LocalMariaDb.url(options.ports().database(), LocalMariaDb.DATABASE),
        "LETSTALK_MYSQL_USER",
        LocalMariaDb.USER,
        "LETSTALK_MYSQL_PASSWORD",
        LocalMariaDb.passwordIn(options.data()));
  }
}
