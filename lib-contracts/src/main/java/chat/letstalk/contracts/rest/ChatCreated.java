package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The chat of two people.
 *
 * @param id the same for every repetition
 */
public record ChatCreated(@Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61") String id) {}
