package org.inpractice.cycles.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What this service had heard of a cycle at a moment: what was said of it, and the data behind. It is written by the
 * service itself, never by a caller.
 *
 * @param verdict absent while nothing had been said
 * @param statement one sentence; also says when nothing was known
 * @param effect of the measure that decided; absent when it could not be told
 * @param sequence of the verdict's event in measurement-service's stream of the district; absent without a verdict
 * @param said when measurement-service recorded it
 * @param toSequence last event behind the verdict
 * @param data of each measure the cycle watches
 */
@Schema(name = "KnownFeedback")
public record KnownFeedback(
        @Schema(examples = "improved") String verdict,
        String statement,
        UUID measureId,
        Effect effect,
        Long sequence,
        UUID eventId,
        Instant said,
        Long fromSequence,
        Long toSequence,
        String ruleSet,
        List<KnownData> data) {
    /** Copies. */
    public KnownFeedback {
        data = data == null ? List.of() : List.copyOf(data);
    }

    /** Of a verdict, or of none. */
    static KnownFeedback of(SaidVerdict said, List<KnownData> data) {
        if (said == null) {
            return new KnownFeedback(
                    null,
                    "No feedback on this cycle was known yet: measurement-service had not said anything of it that has"
                            + " arrived here.",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    data);
        }
        return new KnownFeedback(
                said.verdict(),
                said.why(),
                said.measureId(),
                said.effect(),
                said.sequence(),
                said.eventId(),
                said.knownFrom(),
                said.fromSequence(),
                said.toSequence(),
                said.ruleSet(),
                data);
    }

    /** What was known of a measure. */
    public Optional<KnownData> of(UUID measure) {
        return data.stream().filter(one -> one.measureId().equals(measure)).findFirst();
    }

    /** By how much a measure had changed since the start, median against median; null when that was not known. */
    public BigDecimal change(UUID measure) {
        return of(measure).map(KnownData::change).orElse(null);
    }
}
