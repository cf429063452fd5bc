package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a login.
 *
 * @param success always true; a failed login is a problem answer
 * @param token the MP-JWT for the Authorization header and the hub
 */
public record LoginResult(
    @Schema(examples = "true") boolean success,
    @Schema(examples = "eyJhbGciOiJSUzI1NiIs…") String token) {}
