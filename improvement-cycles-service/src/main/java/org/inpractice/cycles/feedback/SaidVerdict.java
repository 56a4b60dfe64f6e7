package org.inpractice.cycles.feedback;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What measurement-service said of a cycle, and from when to when.
 *
 * @param verdict in its words; a reader takes a word it does not know for no verdict
 * @param verdictBefore absent of the first
 * @param measureId the outcome measure that decided; absent when the cycle names none
 * @param effect absent when it cannot be told
 * @param sequence of the event in measurement-service's stream of the district
 * @param knownFrom when that service recorded it
 * @param knownUntil when it came to say something else; absent while it says so
 */
@Schema(name = "SaidVerdict")
public record SaidVerdict(
        @Schema(examples = "improved") String verdict,
        String verdictBefore,
        String why,
        UUID measureId,
        Effect effect,
        long fromSequence,
        long toSequence,
        @Schema(examples = "perla-v2") String ruleSet,
        long sequence,
        UUID eventId,
        Instant knownFrom,
        Instant knownUntil) {}
