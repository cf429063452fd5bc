package chat.letstalk.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of the services on this machine, as environment variables. */
record ServiceEnvironment(StackOptions options) {

  /**
   * What a server gets: the caller's own environment wins over ours, but what was typed wins over
   * both. The caller's credentials are for Amazon, not for what the stack brings.
   */
  Map<String, String> of(String server) {
    Map<String, String> all = new HashMap<>(everywhere());
    all.putAll(own(server));
    all.keySet().removeIf(name -> !name.startsWith("AWS_") && System.getenv().containsKey(name));
    options.choices().forEach((choice, value) -> all.putAll(choice.variables(value)));
    options.ownServers().forEach((own, address) -> all.put(own.variable(), address));
    all.putAll(options.environment());
    return all;
  }

  private Map<String, String> everywhere() {
    Ports ports = options.ports();
    Path data = options.data();
    Secrets secrets = Secrets.in(data);
    Map<String, String> all = new HashMap<>();
    all.put("LETSTALK_HTTP_HOST", "127.0.0.1");
    all.put("LETSTALK_CORS_ORIGINS", "*");
    all.put("LETSTALK_TRUSTED_PROXIES", "127.0.0.1");
    all.put("LETSTALK_HUB_ALLOWED_ORIGINS", "*");
    Engine.of(options).forEach(engine -> all.putAll(engine.variables()));
    all.put("LETSTALK_AUTHENTICATION_URL", "127.0.0.1:" + ports.authenticationGrpc());
    all.put("LETSTALK_AUTHENTICATION_GRPC_PORT", String.valueOf(ports.authenticationGrpc()));
    all.put("LETSTALK_AUTHENTICATION_KEYS_FOLDER", data.resolve("keys").toString());
    all.put("LETSTALK_AUTHENTICATION_STATE_FOLDER", data.resolve("state").toString());
    all.put(
        "LETSTALK_AUTHENTICATION_CALLERS",
        Stream.of("chat-api", "notification", "file-storage")
            .map(service -> service + ":" + secrets.of(service))
            .collect(Collectors.joining(",")));
    all.putAll(files());
    all.put("OTEL_SDK_DISABLED", "false");
    all.put("OTEL_TRACES_EXPORTER", "none");
    all.put("OTEL_METRICS_EXPORTER", "none");
    all.put("OTEL_LOGS_EXPORTER", "none");
    all.put(
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
        "http://127.0.0.1:%d/authentication/.well-known/jwks.json"
            .formatted(ports.http("authentication")));
    all.put("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM", "RS256");
    all.put("MP_JWT_VERIFY_ISSUER", "https://letstalk.chat");
    all.put("MP_JWT_VERIFY_AUDIENCES", "letstalk");
    all.put("MP_JWT_VERIFY_CLOCK_SKEW", "5");
    Checkout checkout = Checkout.find();
    LocalStack.SERVICES.forEach(
        service ->
            all.put(
                "LETSTALK_WAR_" + service.toUpperCase(Locale.ROOT).replace('-', '_'),
                war(service).toString()));
    if (!options.separate()) {
      all.put("LETSTALK_LIBRARIES", skinnyWars().libraries().toString());
    }
    all.put(
        "LETSTALK_JDBC_DRIVER",
        checkout.folder() + "/services/chat-api/target/jdbc/mysql-connector-j.jar");
    return all;
  }

  private Path war(String service) {
    return options.separate() ? Checkout.find().war(service) : skinnyWars().of(service);
  }

  /** What the one server for all services runs instead of their WARs. */
  SkinnyWars skinnyWars() {
    return new SkinnyWars(options.data().resolve("liberty/skinny-wars"));
  }

  private Map<String, String> files() {
    Ports ports = options.ports();
    Path data = options.data();
    Map<String, String> all = new HashMap<>();
    all.put("LETSTALK_FILES_LOCAL_FOLDER", data.resolve("files").toString());
    all.put("LETSTALK_FILE_STORAGE_URL", "127.0.0.1:" + ports.fileStorageGrpc());
    all.put("LETSTALK_FILE_STORAGE_GRPC_PORT", String.valueOf(ports.fileStorageGrpc()));
    all.put("LETSTALK_FILE_STORAGE_SIGNATURE_KEY", Secrets.in(data).of("upload-signature"));
    all.put(
        "LETSTALK_FILE_STORAGE_CALLERS",
        Stream.of("chat-api", "image-processing")
            .map(service -> service + ":" + fileStorageKey(service))
            .collect(Collectors.joining(",")));
    return all;
  }

  /** Services in one process share the one key that the process has. */
  private String fileStorageKey(String service) {
    String owner = options.separate() ? service : LocalStack.ALL_IN_ONE;
    return Secrets.in(options.data()).of(owner + "-to-file-storage");
  }

  /** In one process there is one key, so it is that of the service which may do most. */
  private Map<String, String> own(String server) {
    String service = server.equals(LocalStack.ALL_IN_ONE) ? "chat-api" : server;
    return Map.of(
        "LETSTALK_HTTP_PORT",
        String.valueOf(options.ports().http(service)),
        "LETSTALK_AUTHENTICATION_KEY",
        Secrets.in(options.data()).of(service),
        "LETSTALK_FILE_STORAGE_KEY",
        fileStorageKey(service),
        "OTEL_SERVICE_NAME",
        server);
  }
}
