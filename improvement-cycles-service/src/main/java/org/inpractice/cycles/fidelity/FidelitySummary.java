package org.inpractice.cycles.fidelity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Judgements put together.
 *
 * @param cycles how many
 * @param judgedWhole cycles of which it is settled whether they show every feature that is asked for
 * @param complete those of them that show every one
 * @param shareComplete of those; absent without any
 */
@Schema(name = "FidelitySummary")
public record FidelitySummary(
        int cycles, int judgedWhole, int complete, BigDecimal shareComplete, List<OfFeature> features) {
    /** From how few cycles on a share is called one of few. */
    public static final int FEW = 10;

    /**
     * A feature over all cycles.
     *
     * @param share met of those met and not met; absent without any
     * @param few whether it rests on fewer than ten cycles: from so few a share says little (our choice)
     */
    @Schema(name = "FidelityOfFeature")
    public record OfFeature(
            Feature feature, int met, int notMet, int notYetKnowable, int notAsked, BigDecimal share, boolean few) {}

    /** The summary of some judgements. */
    public static FidelitySummary of(Collection<Fidelity> judgements) {
        int whole = 0;
        int complete = 0;
        for (Fidelity one : judgements) {
            whole += one.complete() == null ? 0 : 1;
            complete += Boolean.TRUE.equals(one.complete()) ? 1 : 0;
        }
        List<OfFeature> features = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            int met = count(judgements, feature, Outcome.MET);
            int notMet = count(judgements, feature, Outcome.NOT_MET);
            features.add(new OfFeature(
                    feature,
                    met,
                    notMet,
                    count(judgements, feature, Outcome.NOT_YET_KNOWABLE),
                    count(judgements, feature, Outcome.NOT_ASKED),
                    share(met, met + notMet),
                    met + notMet < FEW));
        }
        return new FidelitySummary(judgements.size(), whole, complete, share(complete, whole), features);
    }

    private static int count(Collection<Fidelity> judgements, Feature feature, Outcome outcome) {
        return (int)
                judgements.stream().filter(one -> one.of(feature) == outcome).count();
    }

    private static BigDecimal share(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
    }
}
