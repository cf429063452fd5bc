package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.image.ImageDtos;
import chat.letstalk.chatapi.rest.Caller;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.contracts.rest.AccountDto;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everybody else. */
@Path("/Account")
@Shared
@Tag(name = "Account")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

  private final Caller caller;
  private final ListContacts listContacts;

  @Inject
  public AccountResource(Caller caller, ListContacts listContacts) {
    this.caller = caller;
    this.listContacts = listContacts;
  }

  @GET
  @Operation(
      summary = "Whom the caller can chat with",
      description = "Everybody who has filled in a name, without the caller.")
  public List<AccountDto> list() {
    return listContacts.of(caller.accountId()).stream().map(AccountResource::contact).toList();
  }

  private static AccountDto contact(Account account) {
    return new AccountDto(
        account.id().toString(),
        account.type().number(),
        account.photoUrl(),
        account.firstName(),
        account.lastName(),
        ImageDtos.of(account.avatar()));
  }
}
