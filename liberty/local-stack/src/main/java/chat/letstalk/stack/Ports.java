package chat.letstalk.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything listens, counted from the main port. */
record Ports(int main, boolean separate) {

  int authenticationGrpc() {
    return main + 1;
  }

  int kafka() {
    return main + 2;
  }

  int kafkaController() {
    return main + 3;
  }

  int database() {
    return main + 4;
  }

  int smtp() {
    return main + 5;
  }

  int mailbox() {
    return main + 6;
  }

  int fileStorageGrpc() {
    return main + 7;
  }

  int s3() {
    return main + 8;
  }

  int lambda() {
    return main + 9;
  }

  int aws() {
    return main + 10;
  }

  int redis() {
    return main + 11;
  }

  /** The HTTP port of the server that runs a service. */
  int http(String service) {
    if (!separate) {
      return main;
    }
    return switch (service) {
      case "authentication" -> main + 12;
      case "notification" -> main + 13;
      case "email" -> main + 14;
      case "link-preview" -> main + 15;
      case "image-processing" -> main + 16;
      case "file-storage" -> main + 17;
      default -> main;
    };
  }

  /** All of them, with what listens there in words. */
  Map<Integer, String> all() {
    Map<Integer, String> all = new LinkedHashMap<>();
    all.put(main, "REST");
    all.put(authenticationGrpc(), "authentication's gRPC");
    all.put(kafka(), "Kafka");
    all.put(kafkaController(), "Kafka's controller");
    all.put(database(), "the database");
    all.put(smtp(), "SMTP");
    all.put(mailbox(), "the mailbox");
    all.put(fileStorageGrpc(), "file-storage's gRPC");
    all.put(s3(), "S3");
    all.put(lambda(), "Lambda");
    all.put(aws(), "SNS and SQS");
    all.put(redis(), "Redis");
    if (separate) {
      LocalStack.SERVICES.forEach(service -> all.putIfAbsent(http(service), service));
    }
    return all;
  }

  /** A sentence about the first port that somebody else has. */
  void requireFree() {
    all()
        .forEach(
            (port, what) -> {
              if (!FreePorts.isFree(port)) {
                throw new StackException(
                    "Port "
                        + port
                        + " (for "
                        + what
                        + ") is taken by another program: end that program, or choose other ports"
                        + " with --port N.");
              }
            });
  }
}
