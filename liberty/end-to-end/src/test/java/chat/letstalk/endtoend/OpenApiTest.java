package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published description of the REST API tells the truth. */
class OpenApiTest {

  private static final Stack STACK = Stack.allInOne();
  private static final String DESCRIPTION = "https://letstalk.test/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static JsonNode description;
  private static JsonSchemaFactory schemas;
  private static Person alice;
  private static Person bob;

  @BeforeAll
  static void read_the_description() throws IOException {
    String text = new Rest(STACK.rest(), null).get("/openapi?format=json").ok().body();
    description = new JsonMapper().readTree(text);
    schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(loaders -> loaders.schemas(Map.of(DESCRIPTION, text))));
    alice = Person.signedIn(STACK, "Alice");
    bob = Person.signedIn(STACK, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
    alice.sends("described");
  }

  @Test
  void the_answers_fit_their_schemas() {
    var rest = alice.rest();
    String history = "/api/Message/" + alice.chat();
    String last = alice.chatSummary().getString("lastMessageId");
    fits("get", "/api/Profile", rest.get("/api/Profile"));
    fits("get", "/api/Chat", rest.get("/api/Chat"));
    fits("get", "/api/Account", rest.get("/api/Account"));
    fits("get", "/api/Message/{chatId}", rest.get(history));
    fits("get", "/api/Message/{chatId}", rest.get(history + "?page=7"));
    fits(
        "put",
        "/api/Profile",
        rest.send(
            "PUT", "/api/Profile", "application/json", "{\"firstName\":\"A\",\"lastName\":\"B\"}"));
    fits(
        "post",
        "/api/Chat",
        rest.post("/api/Chat", Json.createObjectBuilder().add("accountId", bob.id()).build()));
    fits("post", "/api/Message", alice.triesToSend("hi https://example.com", "described-1"));
    fits(
        "put",
        "/api/Message/MarkAsRead",
        rest.put("/api/Message/MarkAsRead?chatId=" + alice.chat() + "&messageId=" + last));
    Person carol = Person.stranger(STACK, "Carol");
    fits("post", "/api/Authentication/generate-login-code", carol.asksForCode());
    fits("post", "/api/Authentication/email-login", carol.entersCode(carol.receivesCode()));
  }

  @Test
  void the_errors_fit_their_schemas() {
    var rest = alice.rest();
    String unknown = "/api/Message/01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f";
    fits("get", "/api/Profile", rest.withToken(null).get("/api/Profile"));
    fits("get", "/api/Chat", rest.withToken("bad").get("/api/Chat"));
    fits("get", "/api/Message/{chatId}", rest.get(unknown));
    fits("put", "/api/Profile", rest.send("PUT", "/api/Profile", "application/json", "{}"));
    fits("post", "/api/Message", rest.send("POST", "/api/Message", "application/json", "{"));
    fits("post", "/api/Chat", rest.send("POST", "/api/Chat", "application/json", "{}"));
    fits(
        "post",
        "/api/Authentication/email-login",
        Person.stranger(STACK, "Nobody").entersCode(1234));
  }

  private static void fits(String method, String address, Answer answer) {
    String path = address.substring(base().length());
    JsonNode operation = description.path("paths").path(path).path(method);
    assertThat(operation.isMissingNode()).as("%s %s is described", method, path).isFalse();
    JsonNode response = operation.path("responses").path(String.valueOf(answer.status()));
    String what = method + " " + path + " → " + answer.status();
    assertThat(response.isMissingNode()).as("%s is described", what).isFalse();
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body()).as(what).isEmpty();
      return;
    }
    String pointer =
        "#/paths/"
            + escaped(path)
            + "/"
            + method
            + "/responses/"
            + answer.status()
            + "/content/"
            + escaped(content.fieldNames().next())
            + "/schema";
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    var schema = schemas.getSchema(SchemaLocation.of(DESCRIPTION + pointer), config);
    assertThat(schema.validate(answer.body(), InputFormat.JSON))
        .as("%s: %s", what, answer.body())
        .isEmpty();
  }

  /** The paths of a description stand below the path of its server (OpenAPI 3.1 section 4.8.8). */
  private static String base() {
    return URI.create(description.path("servers").path(0).path("url").asText("")).getPath();
  }

  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }

  @Test
  void every_endpoint_of_the_wire_is_described() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> described.add(method + " " + base() + path.getKey())));
    assertThat(described)
        .contains(
            "post /api/Authentication/generate-login-code",
            "post /api/Authentication/email-login",
            "get /api/Profile",
            "put /api/Profile",
            "get /api/Chat",
            "post /api/Chat",
            "get /api/Account",
            "get /api/Message/{chatId}",
            "post /api/Message",
            "put /api/Message/MarkAsRead");
  }

  @Test
  void every_operation_has_an_example() {
    List<String> without = new ArrayList<>();
    for (var path : description.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey()) && !hasExample(operation.getValue())) {
          without.add(operation.getKey() + " " + path.getKey());
        }
      }
    }
    assertThat(without).as("operations without an example").isEmpty();
  }

  private static boolean hasExample(JsonNode node) {
    if (node.has("example") || node.has("examples")) {
      return true;
    }
    if (node.has("$ref")) {
      return hasExample(description.at(node.path("$ref").asText().substring(1)));
    }
    for (JsonNode child : node) {
      if (hasExample(child)) {
        return true;
      }
    }
    return false;
  }
}
