package org.inpractice.cycles.theory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.aim.AimState;
import org.inpractice.cycles.idea.IdeaState;

/**
 * The theory of an aim as was known at an instant.
 *
 * @param drivers the primary drivers, each with what stands under it
 * @param otherIdeas ideas tested for this aim that are linked to none of its drivers
 */
@Schema(name = "DriverDiagram")
record DriverDiagram(AimNode aim, List<DriverNode> drivers, List<IdeaNode> otherIdeas) {
    /**
     * The aim.
     *
     * @param mergedInto the aim it is a part of now, whose diagram holds its drivers too
     * @param mergedFrom aims whose drivers and cycles are shown here
     */
    @Schema(name = "DiagramAim")
    record AimNode(
            UUID aimId,
            String statement,
            AimState state,
            MeasureNode measure,
            Direction direction,
            BigDecimal baseline,
            BigDecimal target,
            LocalDate by,
            String owner,
            UUID mergedInto,
            List<UUID> mergedFrom) {}

    /**
     * A measure.
     *
     * @param name absent while measurement-service has told of none with this id
     */
    @Schema(name = "DiagramMeasure")
    record MeasureNode(UUID measureId, String name) {}

    /**
     * A driver.
     *
     * @param kind primary or secondary
     * @param owner absent while nobody answers for it
     */
    @Schema(name = "DiagramDriver")
    record DriverNode(
            UUID driverId,
            String name,
            String kind,
            String description,
            String owner,
            List<MeasureNode> measures,
            List<DriverNode> drivers,
            List<IdeaNode> changeIdeas) {}

    /**
     * A change idea; one linked to several drivers stands under each.
     *
     * @param cycles how many tests there are, for whichever aim
     */
    @Schema(name = "DiagramIdea")
    record IdeaNode(
            UUID changeIdeaId,
            String title,
            IdeaState state,
            int cycles,
            int open,
            int adopted,
            int adapted,
            int abandoned) {}
}
