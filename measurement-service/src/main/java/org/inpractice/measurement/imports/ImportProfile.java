package org.inpractice.measurement.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.measure.MeasureRequests.MeasureDefinition;

/**
 * How the rows of a file become observations.
 *
 * @param name what uploads call it
 * @param separator one character between cells
 * @param quote the character around cells that hold separators; absent when the file has none
 * @param keep which rows are asked for: those that fit any of these; absent for all
 * @param district which district a row is of; absent in a profile for the files of one district
 * @param site the site of a row; without its own part the site is the district itself
 * @param studentGroup the group of a row; absent for {@code all}
 * @param measureId the measure; absent when there is a definition
 * @param measure what the measure is, for districts that have not imported by this profile before
 * @param numbers in which columns the numbers stand
 * @param suppressed how the file says that a number is withheld
 */
@Schema(name = "ImportProfile")
public record ImportProfile(
        @NotNull(message = "Name the profile.")
        @Pattern(
                regexp = "[a-z0-9][a-z0-9-]{0,63}",
                message = "Use lower-case letters, digits and hyphens, at most 64.")
        @Schema(examples = "attendance-export")
        String name,

        @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
        String description,

        @NotNull(message = "Send the character between two cells.")
        @Pattern(regexp = "[,;|\\t]", message = "Send one of: comma, semicolon, bar, tab.")
        @Schema(examples = ";")
        String separator,

        @Pattern(regexp = "[\"']", message = "Send a double or a single quote, or leave it out.")
        String quote,

        @Size(max = 20, message = "Send at most 20 conditions.")
        List<
                        @NotNull(message = "Send a condition: columns and what may stand in them.") Map<
                                String, @NotNull(message = "Send what may stand in the column.") List<String>>>
                keep,

        @Valid Identifier district,

        @Valid @NotNull(message = "Say which columns make the site.")
        Identifier site,

        @Valid Group studentGroup,

        @Valid @NotNull(message = "Say which column is the period.")
        Period period,

        UUID measureId,

        @Valid MeasureDefinition measure,

        @Valid @NotNull(message = "Say which columns hold the numbers.")
        NumberColumns numbers,

        @Valid Suppressed suppressed) {

    /**
     * An id put together from parts of columns, one after another.
     *
     * @param parts in order
     */
    @Schema(name = "ImportIdentifier")
    public record Identifier(
            @NotEmpty(message = "Send at least one part.") @Size(max = 5, message = "Send at most 5 parts.")
            List<@Valid @NotNull(message = "Send a part: a column, and which of its characters.") Part> parts) {}

    /**
     * Some characters of a column.
     *
     * @param from the first character, from 1; absent for the first
     * @param to the last character; absent for the last
     * @param digits how many digits the part has: zeros that a spreadsheet took away are put back
     */
    @Schema(name = "ImportPart")
    public record Part(
            @NotBlank(message = "Name the column.") String column,

            @Min(value = 1, message = "Count characters from 1.")
            Integer from,

            @Min(value = 1, message = "Count characters from 1.")
            Integer to,

            @Min(value = 1, message = "Send how many digits the part has.")
            @Max(value = 20, message = "Send at most 20 digits.")
            Integer digits) {}

    /**
     * A student group.
     *
     * @param names what the file's codes are called here; a code that is not named is kept as it is
     */
    @Schema(name = "ImportGroup")
    public record Group(
            @NotBlank(message = "Name the column.") String column,
            Map<String, @NotBlank(message = "Name the group, or leave its code out.") String> names) {}

    /** The reporting period, in one column. */
    @Schema(name = "ImportPeriod")
    public record Period(
            @NotBlank(message = "Name the column.") String column,
            @NotNull(message = "Say how it is written.") PeriodForm written) {}

    /** How a file writes periods. */
    @Schema(name = "ImportPeriodForm")
    public enum PeriodForm {
        /** As the measure's period is written here, such as {@code 2024-25}. */
        @JsonProperty("as_here")
        AS_HERE,
        /** A school year by the year in which it ends: 2025 for {@code 2024-25}. */
        @JsonProperty("year_it_ends")
        YEAR_IT_ENDS
    }

    /**
     * The columns of the numbers: those the measure's value type asks for.
     *
     * @param also further columns that must hold a number, a mark or nothing; anything else there says that the file has
     *     drifted, and refuses the row
     */
    @Schema(name = "ImportNumberColumns")
    public record NumberColumns(
            String value,
            String numerator,
            String denominator,
            String count,
            String groupSize,

            @Size(max = 20, message = "Name at most 20 columns.")
            List<String> also) {
        List<String> named() {
            return Stream.of(value, numerator, denominator, count, groupSize)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** All whose cells must be numbers, marks or empty. */
        List<String> looked() {
            return also == null
                    ? named()
                    : Stream.concat(named().stream(), also.stream()).toList();
        }
    }

    /**
     * What says that a number is withheld. A blank number without that is not reported.
     *
     * @param marks what stands in the number's place, such as {@code *}
     * @param blankBelow a number is withheld when it is blank while this column is below the bound
     */
    @Schema(name = "ImportSuppressed")
    public record Suppressed(
            List<@NotBlank(message = "Send what stands in the number's place; blank is not reported.") String> marks,
            @Valid Below blankBelow) {}

    /** A column below a number. */
    @Schema(name = "ImportBelow")
    public record Below(
            @NotBlank(message = "Name the column.") String column,
            @NotNull(message = "Send the bound.") BigDecimal bound) {}

    /** Every column it speaks of. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        if (keep != null) {
            keep.forEach(condition -> columns.addAll(condition.keySet()));
        }
        if (district != null) {
            district.parts().forEach(part -> columns.add(part.column()));
        }
        site.parts().forEach(part -> columns.add(part.column()));
        if (studentGroup != null) {
            columns.add(studentGroup.column());
        }
        columns.add(period.column());
        columns.addAll(numbers.looked());
        if (suppressed != null && suppressed.blankBelow() != null) {
            columns.add(suppressed.blankBelow().column());
        }
        return columns;
    }

    /** Whether the file says itself of which district each row is. */
    boolean namesDistricts() {
        return district != null;
    }
}
