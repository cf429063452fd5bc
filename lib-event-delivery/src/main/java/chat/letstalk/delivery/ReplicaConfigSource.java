package chat.letstalk.delivery;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives {@value #KEY}: a name that no other process has, this one's former lives included. A
 * consumer group with it in its name reads every event, whoever else reads them.
 */
public class ReplicaConfigSource implements ConfigSource {

  private static final String KEY = "letstalk.replica.id";

  private final Map<String, String> properties = Map.of(KEY, UUID.randomUUID().toString());

  @Override
  public Set<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public String getValue(String name) {
    return properties.get(name);
  }

  @Override
  public String getName() {
    return "replica";
  }

  /** Below everything an operator can set. */
  @Override
  public int getOrdinal() {
    return 50;
  }
}
