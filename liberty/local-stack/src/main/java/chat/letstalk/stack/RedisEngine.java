package chat.letstalk.stack;

import java.util.Map;

/** The cache that services share. */
record RedisEngine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalRedis.PART;
  }

  @Override
  public String software() {
    return "Redis";
  }

  @Override
  public StackProcess start() {
    return LocalRedis.start(options.data(), options.ports().redis()).process();
  }

  /** More patience than in production: here everything shares a few processors, and starts cold. */
  @Override
  public Map<String, String> variables() {
    return Map.of(
        "LETSTALK_REDIS_TIMEOUT",
        "PT2S",
        "LETSTALK_REDIS_URL",
        LocalRedis.url(options.ports().redis()),
        "LETSTALK_REDIS_PASSWORD",
        LocalRedis.passwordIn(options.data()));
  }
}
