package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A login code is on its way.
 *
 * @param codeValidInSeconds how long it can be used, 1 to 120
 */
public record LoginCodeGenerated(@Schema(examples = "120") int codeValidInSeconds) {}
