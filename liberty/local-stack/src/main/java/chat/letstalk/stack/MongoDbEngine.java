package chat.letstalk.stack;

import java.util.HashMap;
import java.util.Map;

/** The other database of chat-api. */
record MongoDbEngine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalMongoDb.PART;
  }

  @Override
  public String software() {
    return LocalMongoDb.software();
  }

  @Override
  public StackProcess start() {
    return LocalMongoDb.start(options.data(), options.ports().database()).process();
  }

  @Override
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("LETSTALK_MONGODB_URL", LocalMongoDb.url(options.ports().database()));
    if (DocumentDb.isThere()) {
      variables.put("LETSTALK_MONGODB_DATABASE", LocalMongoDb.databaseIn(options.data()));
    }
    return variables;
  }
}
