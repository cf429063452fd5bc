package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.image.ImageDtos;
import chat.letstalk.chatapi.rest.Caller;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.contracts.rest.ProfileDto;
import chat.letstalk.contracts.rest.ProfileUpdate;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own profile. */
@Path("/Profile")
@Shared
@Tag(name = "Profile")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

  private final Caller caller;
  private final ReadProfile readProfile;
  private final UpdateProfile updateProfile;

  @Inject
  public ProfileResource(Caller caller, ReadProfile readProfile, UpdateProfile updateProfile) {
    this.caller = caller;
    this.readProfile = readProfile;
    this.updateProfile = updateProfile;
  }

  @GET
  @Operation(summary = "Who the caller is", description = "Names are absent until they are given.")
  @APIResponseSchema(value = ProfileDto.class, responseCode = "200")
  public ProfileDto read() {
    return profileOf(readProfile.of(caller.accountId()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Gives the caller new names and, if there is one, a new avatar",
      description = "The avatar that is replaced is removed.")
  @APIResponseSchema(value = ProfileDto.class, responseCode = "200")
  public ProfileDto update(@NotNull @Valid ProfileUpdate update) {
    ProfileDraft profile =
        new ProfileDraft(update.firstName(), update.lastName(), ImageDtos.sent(update.image()));
    return profileOf(updateProfile.to(caller.accountId(), profile));
  }

  private static ProfileDto profileOf(Account account) {
    return new ProfileDto(
        account.id().toString(),
        account.photoUrl(),
        account.firstName(),
        account.lastName(),
        account.email(),
        ImageDtos.of(account.avatar()));
  }
}
