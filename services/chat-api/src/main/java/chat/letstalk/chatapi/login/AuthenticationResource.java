package chat.letstalk.chatapi.login;

import chat.letstalk.chatapi.rest.Caller;
import chat.letstalk.chatapi.rest.ClientAddress;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.contracts.rest.EmailLogin;
import chat.letstalk.contracts.rest.GenerateLoginCode;
import chat.letstalk.contracts.rest.LoginCodeGenerated;
import chat.letstalk.contracts.rest.LoginResult;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. */
@Path("/Authentication")
@Shared
@Tag(name = "Authentication")
@Produces(MediaType.APPLICATION_JSON)
public class AuthenticationResource {

  private final SendLoginCode sendLoginCode;
  private final LogIn logIn;
  private final LogOut logOut;
  private final ClientAddress address;
  private final Caller caller;

  @Inject
  public AuthenticationResource(
      SendLoginCode sendLoginCode,
      LogIn logIn,
      LogOut logOut,
      ClientAddress address,
      Caller caller) {
    this.sendLoginCode = sendLoginCode;
    this.logIn = logIn;
    this.logOut = logOut;
    this.address = address;
    this.caller = caller;
  }

  @POST
  @Path("/generate-login-code")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Mails a login code",
      description = "While a code is valid no second one is sent.")
  @APIResponseSchema(value = LoginCodeGenerated.class, responseCode = "200")
  public LoginCodeGenerated generate(@NotNull @Valid GenerateLoginCode body) {
    return new LoginCodeGenerated(
        sendLoginCode.to(body.email(), body.antiSpamToken(), address.get()));
  }

  @POST
  @Path("/email-login")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Signs in with a code", description = "The first login creates the account.")
  @APIResponseSchema(value = LoginResult.class, responseCode = "200")
  public LoginResult login(@NotNull @Valid EmailLogin body) {
    return new LoginResult(
        true, logIn.withCode(body.email(), body.code(), body.antiSpamToken(), address.get()));
  }

  @POST
  @Path("/logout")
  @SecurityRequirement(name = "token")
  @Operation(
      summary = "Signs out",
      description = "The token stops working everywhere within seconds.")
  @APIResponse(responseCode = "200", description = "Signed out")
  public Response logout() {
    logOut.withToken(caller.token());
    return Response.ok().build();
  }
}
