package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.ChannelHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything that an application has to do with SNS and SQS, put together: what it reads and what
 * it publishes. Thread-safe.
 */
final class AwsMessaging implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AwsMessaging.class.getName());

  /** How long the application's end waits for one reader. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private final AwsSettings settings;
  private final Predicate<String> forEveryReplica;
  private final ChannelHealth health;
  private final AwsClients clients;
  private final AwsCalls calls;
  private final AwsNames names;
  private final Topics topics;
  private final Queues queues;
  private final Topology topology;
  private final ConnectorThreads threads;
  private final List<QueueReader> readers = new CopyOnWriteArrayList<>();
  private final List<EventWriter> writers = new CopyOnWriteArrayList<>();

  /**
   * @param ordered whether a channel keeps its order
   * @param forEveryReplica whether each replica of its readers has a queue of its own
   */
  AwsMessaging(
      AwsSettings settings,
      Predicate<String> ordered,
      Predicate<String> forEveryReplica,
      ThreadFactory threadFactory,
      ChannelHealth health) {
    this.settings = settings;
    this.forEveryReplica = forEveryReplica;
    this.health = health;
    this.clients = AwsClients.of(settings);
    this.calls = new AwsCalls(settings);
    this.names = new AwsNames(settings.prefix(), ordered);
    this.topics = new Topics(clients.sns(), calls, settings.kmsKey());
    this.queues = new Queues(clients.sqs(), calls, settings.kmsKey());
    this.topology = new AwsTopology(names, topics, queues, settings);
    this.threads = new ConnectorThreads(threadFactory);
    LOG.log(
        Level.INFO,
        () ->
            "AWS messaging: %s, names begin with '%s', what is missing is %s"
                .formatted(
                    settings.where(),
                    settings.prefix(),
                    settings.create() ? "created" : "an error"));
  }

  /** Begins to read a queue of a channel. */
  QueueReader reader(String channel, String queue, boolean ofReplica) {
    String part = "in:" + channel;
    health.expect(part);
    QueueReader reader =
        new QueueReader(
            part,
            ofReplica ? ofReplica(channel, queue) : shared(channel, queue),
            clients.sqs(),
            calls,
            settings,
            threads,
            health);
    readers.add(reader);
    reader.start();
    return reader;
  }

  private QueueSource shared(String channel, String queue) {
    return new QueueSource() {
      @Override
      public Queue open() {
        return topology.group(channel, queue);
      }

      @Override
      public void close() {
        // The queue is for all replicas, and for the time in which there is none.
      }
    };
  }

  private ReplicaSource ofReplica(String channel, String queue) {
    Clock clock = Clock.systemUTC();
    Orphans orphans = new Orphans(names, topology, topics, queues, clock, settings.goneAfter());
    ReplicaSource source =
        new ReplicaSource(channel, queue, topology, orphans, queues, topics, clock);
    source.watch(threads, settings.seenEvery(), settings.goneAfter());
    return source;
  }

  /** What events of all channels are given to. */
  EventWriter writer() {
    EventWriter writer = new EventWriter(this::lane, settings.publishWithin());
    writers.add(writer);
    return writer;
  }

  private ChannelLane lane(String channel) {
    String part = "out:" + channel;
    health.expect(part);
    return new ChannelLane(
        part,
        () -> destination(channel),
        failure -> AwsFailure.of("sns:Publish", names.topic(channel), failure, settings),
        threads,
        health);
  }

  /**
   * With the queue of its readers, so that nothing is lost before they start for the first time.
   */
  private Destination destination(String channel) {
    if (AwsNames.isDeadLetters(channel)) {
      return new QueueDestination(clients.sqs(), topology.deadLetters(AwsNames.originOf(channel)));
    }
    if (settings.create() && !forEveryReplica.test(channel)) {
      topology.group(channel, channel);
    }
    return new TopicDestination(clients.sns(), topology.topic(channel));
  }

  Topology topology() {
    return topology;
  }

  @Override
  public void close() {
    writers.forEach(EventWriter::close);
    List<Thread> stopping = new ArrayList<>();
    for (QueueReader reader : readers) {
      stopping.add(threads.start("aws-stop", () -> reader.stop(STOP)));
    }
    stopping.forEach(AwsMessaging::join);
    threads.close();
    clients.close();
  }

  private static void join(Thread thread) {
    try {
      thread.join(STOP.multipliedBy(3).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
