package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.image.ImageDtos;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.rest.Caller;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.contracts.rest.MessageDto;
import chat.letstalk.contracts.rest.NewMessage;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is said in the caller's chats. */
@Path("/Message")
@Shared
@Tag(name = "Message")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

  private static final String CHAT = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61";
  private static final String MESSAGE = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f";

  private final Caller caller;
  private final SendMessage sendMessage;
  private final ReadHistory readHistory;
  private final MarkAsRead markAsRead;

  @Inject
  public MessageResource(
      Caller caller, SendMessage sendMessage, ReadHistory readHistory, MarkAsRead markAsRead) {
    this.caller = caller;
    this.sendMessage = sendMessage;
    this.readHistory = readHistory;
    this.markAsRead = markAsRead;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sends a message",
      description =
          "Once this answers the message is stored and certain to be pushed to every open connection"
              + " of every member. A repeat with the same clientMessageId answers with the first one.")
  @APIResponseSchema(value = MessageDto.class, responseCode = "200")
  public MessageDto send(@NotNull @Valid NewMessage body) {
    MessageDraft draft =
        new MessageDraft(
            body.chatId(), body.text(), ImageDtos.sent(body.image()), body.clientMessageId());
    return seenByCaller(sendMessage.send(caller.accountId(), draft));
  }

  @GET
  @Path("/{chatId}")
  @Operation(
      summary = "A part of a chat's history",
      description =
          "Twenty messages, oldest first: a page, or what stands right before or after a message.")
  @APIResponse(
      responseCode = "200",
      description = "The messages; none beyond the first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = MessageDto.class)))
  public List<MessageDto> history(
      @PathParam("chatId") @Parameter(example = CHAT) String chatId,
      @QueryParam("page") @Parameter(description = "0, or none, for the newest", example = "1")
          String page,
      @QueryParam("before") @Parameter(description = "A message's id") String before,
      @QueryParam("after") @Parameter(description = "A message's id") String after) {
    return messages(chatId, page, before, after).stream().map(this::seenByCaller).toList();
  }

  private List<Message> messages(String chatId, String page, String before, String after) {
    if (before != null) {
      return readHistory.before(caller.accountId(), chatId, before);
    } else if (after != null) {
      return readHistory.after(caller.accountId(), chatId, after);
    }
    return readHistory.page(caller.accountId(), chatId, page == null ? 0 : number(page));
  }

  /** A number here, because a parameter that is none would be answered with 404 (JAX-RS 3.2). */
  private static int number(String page) {
    try {
      int number = Integer.parseInt(page);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new InvalidInput("page", "The page must be a number from 0 on");
  }

  @PUT
  @Path("/MarkAsRead")
  @Operation(
      summary = "Marks a chat as read up to a message",
      description = "Idempotent; a mark never moves back.")
  @APIResponse(responseCode = "200", description = "Marked")
  public Response markAsRead(
      @QueryParam("chatId") @Parameter(example = CHAT) String chatId,
      @QueryParam("messageId") @Parameter(example = MESSAGE) String messageId) {
    markAsRead.upTo(caller.accountId(), chatId, messageId);
    return Response.ok().build();
  }

  private MessageDto seenByCaller(Message message) {
    return MessageDtos.of(message, caller.accountId());
  }
}
