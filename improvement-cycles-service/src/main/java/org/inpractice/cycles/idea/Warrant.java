package org.inpractice.cycles.idea;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.PlainText;

/**
 * Why an idea may work.
 *
 * @param evidence in words
 * @param sourceUrl where it can be read, http or https only; or null
 * @param strength how strong it is
 */
@Schema(name = "Warrant")
public record Warrant(
        @Schema(examples = "Nudge letters cut chronic absence by a tenth or more in a randomized trial in Philadelphia")
        @NotBlank(message = "Say why it may work: what somebody saw, read or measured.")
        @Size(max = 5_000, message = "Say it in at most 5,000 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String evidence,

        @Schema(examples = "https://doi.org/10.1038/s41562-018-0328-1")
        @Size(max = 2_000, message = "Send a link of at most 2,000 characters.")
        @Pattern(
                regexp = "(?i)https?://[a-z0-9.-]+(:[0-9]{1,5})?([/?#][\\x21-\\x7e&&[^<>\"{}|\\\\^`]]*)?",
                message = "Send a link that begins with http:// or https:// and names a host, other characters"
                        + " percent-encoded.")
        String sourceUrl,

        @Schema(
                description =
                        "The levels of the Every Student Succeeds Act (20 U.S.C. 7801(21)(A)), and experience below"
                                + " them: what those who do the work have seen.")
        @NotNull(message = "Say how strong the evidence is: strong, moderate, promising, rationale or experience.")
        Strength strength) {}
