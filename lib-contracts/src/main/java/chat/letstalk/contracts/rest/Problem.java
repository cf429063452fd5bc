package chat.letstalk.contracts.rest;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong (RFC 9457), as the client shows it to the person.
 *
 * @param type a URI that names the kind of problem; "about:blank" where the status says it all
 * @param title a short sentence for the kind
 * @param status the HTTP status
 * @param detail a sentence for this very case, or null
 * @param errors sentences by the field they are about; never null, the client joins and shows them
 *     all
 */
public record Problem(
    @Schema(examples = "about:blank") String type,
    @Schema(examples = "Invalid request") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "Code has expired") String detail,
    Map<String, List<String>> errors) {}
