package org.inpractice.measurement.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.measurement.imports.Cells.WrongCell;
import org.inpractice.measurement.observation.ObservationRequest;
import org.inpractice.measurement.observation.ObservationStatus;

/** Columns named as the properties of a POST of one observation, in any order; an empty cell is an absent property. */
final class ObservationColumns implements Columns {
    private static final List<String> NAMES = List.of(
            "measureId",
            "siteId",
            "studentGroup",
            "period",
            "status",
            "value",
            "numerator",
            "denominator",
            "count",
            "groupSize",
            "occurredAt");
    private static final List<String> NEEDED = List.of("measureId", "siteId", "period");

    private final String districtId;
    private final Map<String, Integer> places = new HashMap<>();

    ObservationColumns(String districtId) {
        this.districtId = districtId;
    }

    @Override
    public void header(List<String> names) throws UnreadableUpload {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!NAMES.contains(name) || !seen.add(name)) {
                throw new UnreadableUpload(
                        "UNKNOWN_COLUMN",
                        name.length() > 60 ? "column " + (i + 1) : name,
                        "Name each column once, as one of: " + String.join(", ", NAMES)
                                + ". For a file of another layout use an import profile.");
            }
            places.put(name, i);
        }
        for (String needed : NEEDED) {
            if (!seen.contains(needed)) {
                throw new UnreadableUpload(
                        "COLUMN_MISSING", needed, "Begin with a header line that has the column " + needed + ".");
            }
        }
    }

    @Override
    public ImportedRow row(long line, List<String> cells, String original) {
        try {
            return new ImportedRow.Told(line, districtId, request(cells), original);
        } catch (WrongCell wrong) {
            return wrong.rejected(line, districtId, original);
        }
    }

    private ObservationRequest request(List<String> cells) {
        return new ObservationRequest(
                id(cell(cells, "measureId")),
                text(cell(cells, "siteId")),
                text(cell(cells, "studentGroup")),
                text(cell(cells, "period")),
                status(cell(cells, "status")),
                Cells.number("value", cell(cells, "value")),
                Cells.number("numerator", cell(cells, "numerator")),
                Cells.number("denominator", cell(cells, "denominator")),
                Cells.number("count", cell(cells, "count")),
                Cells.wholeNumber("groupSize", cell(cells, "groupSize")),
                instant(cell(cells, "occurredAt")));
    }

    private String cell(List<String> cells, String name) {
        Integer place = places.get(name);
        return place == null ? "" : cells.get(place);
    }

    private static String text(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static UUID id(String cell) {
        try {
            return cell.isEmpty() ? null : UUID.fromString(cell);
        } catch (IllegalArgumentException e) {
            throw new WrongCell("WRONG_TYPE", "measureId", "Write the id that POST measures gave: a UUID.");
        }
    }

    private static ObservationStatus status(String cell) {
        return switch (cell) {
            case "" -> null;
            case "reported", "suppressed", "not_reported" -> ObservationStatus.valueOf(cell.toUpperCase(Locale.ROOT));
            default -> throw new WrongCell("WRONG_TYPE", "status", "Write reported, suppressed or not_reported.");
        };
    }

    private static Instant instant(String cell) {
        try {
            return cell.isEmpty() ? null : OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeException e) {
            throw new WrongCell(
                    "WRONG_TYPE", "occurredAt", "Write an instant with offset, for example 2026-03-01T08:00:00Z.");
        }
    }
}
