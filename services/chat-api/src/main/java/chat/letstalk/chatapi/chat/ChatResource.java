package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.image.ImageDtos;
import chat.letstalk.chatapi.rest.Caller;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.contracts.rest.ChatCreated;
import chat.letstalk.contracts.rest.ChatDto;
import chat.letstalk.contracts.rest.NewChat;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's chats. */
@Path("/Chat")
@Shared
@Tag(name = "Chat")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
public class ChatResource {

  private final Caller caller;
  private final ListChats listChats;
  private final StartChat startChat;

  @Inject
  public ChatResource(Caller caller, ListChats listChats, StartChat startChat) {
    this.caller = caller;
    this.listChats = listChats;
    this.startChat = startChat;
  }

  @GET
  @Operation(summary = "The caller's chats", description = "The newest message's chat comes first.")
  public List<ChatDto> list() {
    return listChats.of(caller.accountId()).stream().map(this::seenByCaller).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Starts a chat",
      description = "Two people have one chat, however often asked.")
  @APIResponseSchema(value = ChatCreated.class, responseCode = "200")
  public ChatCreated start(@NotNull @Valid NewChat chat) {
    return new ChatCreated(startChat.with(caller.accountId(), chat.accountId()).toString());
  }

  private ChatDto seenByCaller(ChatSummary chat) {
    Account other = chat.other();
    return new ChatDto(
        chat.id().toString(),
        other.type().number(),
        other.photoUrl(),
        nameOf(other),
        chat.unreadCount(),
        chat.lastMessageAt() == null ? null : chat.lastMessageAt().getEpochSecond(),
        Objects.toString(chat.lastMessageId(), null),
        ImageDtos.of(other.avatar()),
        true,
        List.of(other.id().toString(), caller.accountId().toString()));
  }

  private static String nameOf(Account account) {
    return Stream.of(account.firstName(), account.lastName())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
