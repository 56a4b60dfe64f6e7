package org.inpractice.cycles.aim;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.PlainText;

/**
 * What an aim says: how much, of which measure, for whom, by when. The body of a request, and what a decision needs.
 *
 * @param baseline where the measure stands when the aim is set, in the measure's unit; null when not known yet
 * @param target where it shall be by the date, in the measure's unit
 * @param siteIds the sites it is for; empty for the whole district
 * @param teamId the team that works on it, or null
 * @param goalIds the district's goals it serves; empty for none yet
 * @param occurredAt when it was agreed; null for now
 */
@Schema(name = "AimTerms")
public record AimTerms(
        @Schema(examples = "Cut chronic absenteeism at our four schools from 24% to 15% by June 2027")
        @NotBlank(message = "Say in one sentence what shall be achieved.")
        @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String statement,

        @NotNull(message = "Name the outcome measure: an aim without one cannot be seen to be reached.")
        UUID measureId,

        @NotNull(message = "Say which way the measure shall move: increase or decrease.")
        Direction direction,

        @Schema(examples = "24.0")
        @Digits(integer = 12, fraction = 6, message = "Send at most 12 digits before and 6 after the decimal point.")
        BigDecimal baseline,

        @Schema(examples = "15.0")
        @NotNull(message = "Say how much: the value the measure shall reach.")
        @Digits(integer = 12, fraction = 6, message = "Send at most 12 digits before and 6 after the decimal point.")
        BigDecimal target,

        @Schema(examples = "All students of the four middle schools")
        @NotBlank(message = "Say for whom: the students or staff the aim is about.")
        @Size(max = 500, message = "Say it in at most 500 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String population,

        @Size(max = 500, message = "Name at most 500 sites.")
        List<
                        @NotBlank(message = "Leave out empty site ids.")
                        @Size(max = 64, message = "A site id has at most 64 characters.")
                        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) String>
                siteIds,

        @Schema(examples = "2027-06-30")
        @NotNull(message = "Say by when: an aim without a date is a wish.")
        @CalendarDay
        LocalDate by,

        @Schema(examples = "Dana Reyes")
        @NotBlank(message = "Name who owns the aim.")
        @Size(max = 200, message = "Name the owner in at most 200 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String owner,

        UUID teamId,

        @Size(max = 20, message = "Name at most 20 goals.")
        List<@NotNull(message = "Leave out empty goals.") UUID> goalIds,

        Instant occurredAt) {

    /** No sites means the whole district. */
    public AimTerms {
        // Not List.copyOf: a null among them is for the validation to name.
        siteIds = siteIds == null ? List.of() : Collections.unmodifiableList(siteIds);
        goalIds = goalIds == null ? List.of() : Collections.unmodifiableList(goalIds);
    }

    /** The aim that is agreed on with these terms. */
    AgreedAim agreed(UUID aimId) {
        return new AgreedAim(
                aimId,
                statement,
                measureId,
                direction,
                baseline,
                target,
                population,
                siteIds,
                by,
                Person.written(owner),
                teamId,
                goalIds);
    }
}
