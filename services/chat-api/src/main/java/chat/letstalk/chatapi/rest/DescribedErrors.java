package chat.letstalk.chatapi.rest;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes once, for every operation, the problems that it can be answered with. */
public class DescribedErrors implements OASFilter {

  private static final Map<String, String> ERRORS =
      Map.of(
          "400", "Something in the request cannot be accepted; errors says what",
          "401", "The token is missing, invalid, expired or revoked",
          "404", "There is no such thing, or none that the caller may see",
          "429", "Too many requests or attempts",
          "503", "Try again in a moment");

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    ERRORS.forEach(
        (status, description) ->
            responses.addAPIResponse(
                status,
                OASFactory.createAPIResponse().description(description).content(problem(status))));
    return operation;
  }

  private static Content problem(String status) {
    Schema schema =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description("A problem (RFC 9457)")
            .addProperty("type", text("about:blank"))
            .addProperty("title", text("Invalid request"))
            .addProperty(
                "status",
                OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .addExample(Integer.valueOf(status)))
            .addProperty("detail", text("Chat not found"))
            .addProperty("message", text("Unauthorized"))
            .addProperty("errors", sentencesByField())
            .addRequired("type")
            .addRequired("title")
            .addRequired("status")
            .addRequired("errors");
    return OASFactory.createContent()
        .addMediaType(Problems.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
  }

  private static Schema text(String example) {
    return OASFactory.createSchema().addType(SchemaType.STRING).addExample(example);
  }

  private static Schema sentencesByField() {
    Schema sentences =
        OASFactory.createSchema().addType(SchemaType.ARRAY).items(text("Code has expired"));
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .additionalPropertiesSchema(sentences);
  }
}
