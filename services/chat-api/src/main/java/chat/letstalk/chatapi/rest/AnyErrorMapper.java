package chat.letstalk.chatapi.rest;

import chat.letstalk.authentication.client.AuthenticationUnavailable;
import chat.letstalk.authentication.client.InvalidArgument;
import chat.letstalk.authentication.client.TooManyRequests;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.filestorage.client.FileStorageUnavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives every error the shape of a problem; the person reads a sentence, the log has the cause. */
@Provider
@Dependent
public class AnyErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(AnyErrorMapper.class.getName());

  @Override
  public Response toResponse(Throwable error) {
    // A body reader's exception arrives wrapped.
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      Response known = knownAs(cause);
      if (known != null) {
        return known;
      }
    }
    LOG.log(Level.SEVERE, error, () -> "A request failed for a reason that nobody foresaw");
    return Problems.of(500, "Something went wrong. It is not your fault.");
  }

  private static Response knownAs(Throwable error) {
    if (error instanceof InvalidInput invalid) {
      return Problems.invalid(invalid.field(), invalid.getMessage());
    } else if (error instanceof NotFound) {
      return Problems.of(404, error.getMessage());
    } else if (error instanceof InvalidArgument) {
      return Problems.invalid("email", "This is no e-mail address that LetsTalk can write to");
    } else if (error instanceof TooManyRequests tooMany) {
      return Problems.tooMany("Too many attempts. Please try again later.", tooMany.retryAfter());
    } else if (error instanceof StoreUnavailable
        || error instanceof AuthenticationUnavailable
        || error instanceof FileStorageUnavailable) {
      LOG.log(Level.WARNING, error, () -> "A request had to be put off");
      return Problems.of(503, "LetsTalk is busy. Please try again in a moment.");
    } else if (error instanceof WebApplicationException web) {
      return ofStatus(web.getResponse());
    }
    return null;
  }

  private static Response ofStatus(Response response) {
    if (response.hasEntity()) {
      return response;
    }
    return Problems.ofStatus(response.getStatus());
  }
}
