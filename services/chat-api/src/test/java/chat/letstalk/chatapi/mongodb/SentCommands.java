package chat.letstalk.chatapi.mongodb;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Keeps the names of all commands, options and operators that are sent. */
final class SentCommands implements CommandListener {

  final Set<String> commands = new ConcurrentSkipListSet<>();
  final Set<String> options = new ConcurrentSkipListSet<>();
  final Set<String> operators = new ConcurrentSkipListSet<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    commands.add(event.getCommandName());
    event
        .getCommand()
        .forEach(
            (name, value) -> {
              if (!name.equals(event.getCommandName())) {
                options.add(name);
              }
              addOperators(value);
            });
  }

  private void addOperators(BsonValue value) {
    if (value.isArray()) {
      value.asArray().forEach(this::addOperators);
    } else if (value.isDocument()) {
      BsonDocument document = value.asDocument();
      document.forEach(
          (name, inner) -> {
            if (name.startsWith("$")) {
              operators.add(name);
            }
            addOperators(inner);
          });
    }
  }
}
