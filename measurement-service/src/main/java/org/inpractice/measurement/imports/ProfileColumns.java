package org.inpractice.measurement.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.inpractice.measurement.imports.Cells.WrongCell;
import org.inpractice.measurement.imports.ImportProfile.Identifier;
import org.inpractice.measurement.imports.ImportProfile.NumberColumns;
import org.inpractice.measurement.imports.ImportProfile.Part;
import org.inpractice.measurement.observation.ObservationRequest;
import org.inpractice.measurement.observation.ObservationStatus;

/** The columns of a file as its {@link ImportProfile} describes them. Columns it does not speak of are not looked at. */
final class ProfileColumns implements Columns {
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    /** As in the path of every request. */
    private static final Pattern DISTRICT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern ZEROS = Pattern.compile("0*");

    private final ImportProfile profile;
    private final String districtId;
    private final Function<String, UUID> measureOf;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param districtId the district of every row; null when the rows say it
     * @param measureOf the measure of a district
     */
    ProfileColumns(ImportProfile profile, String districtId, Function<String, UUID> measureOf) {
        this.profile = profile;
        this.districtId = districtId;
        this.measureOf = measureOf;
    }

    @Override
    public void header(List<String> names) throws UnreadableUpload {
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        for (String column : profile.columns()) {
            if (!places.containsKey(column)) {
                throw new UnreadableUpload(
                        "COLUMN_MISSING",
                        column,
                        "The header has no column of that name: check the file, or the profile if the layout has changed.");
            }
        }
    }

    @Override
    public ImportedRow row(long line, List<String> cells, String original) {
        if (!isAskedFor(cells)) {
            return new ImportedRow.LeftOut(line);
        }
        String rowDistrict = districtId;
        try {
            String named = profile.namesDistricts() ? district(cells) : districtId;
            rowDistrict = named;
            return new ImportedRow.Told(line, named, request(named, cells), original);
        } catch (WrongCell wrong) {
            return wrong.rejected(line, rowDistrict, original);
        }
    }

    private boolean isAskedFor(List<String> cells) {
        return profile.keep() == null
                || profile.keep().isEmpty()
                || profile.keep().stream()
                        .anyMatch(condition -> condition.entrySet().stream()
                                .allMatch(one -> one.getValue().contains(cell(cells, one.getKey()))));
    }

    private ObservationRequest request(String district, List<String> cells) {
        NumberColumns columns = profile.numbers();
        refuseDrift(cells);
        boolean suppressed = isSuppressed(cells);
        // A mark is no number in any column; a file that withholds one number withholds all of the row.
        BigDecimal value = suppressed ? null : number(columns.value(), cells);
        BigDecimal numerator = suppressed ? null : number(columns.numerator(), cells);
        BigDecimal denominator = suppressed ? null : number(columns.denominator(), cells);
        BigDecimal count = suppressed ? null : number(columns.count(), cells);
        Long groupSize = suppressed || columns.groupSize() == null
                ? null
                : Cells.wholeNumber(columns.groupSize(), cell(cells, columns.groupSize()));
        boolean told = value != null || numerator != null || count != null;
        ObservationStatus status = suppressed
                ? ObservationStatus.SUPPRESSED
                : told ? ObservationStatus.REPORTED : ObservationStatus.NOT_REPORTED;
        return new ObservationRequest(
                measureOf.apply(district),
                site(district, cells),
                group(cells),
                period(cells),
                status,
                value,
                numerator,
                told ? denominator : null,
                count,
                told ? groupSize : null,
                null);
    }

    /** A mark in one column excuses no rubbish in another. */
    private void refuseDrift(List<String> cells) {
        List<String> marks =
                profile.suppressed() == null || profile.suppressed().marks() == null
                        ? List.of()
                        : profile.suppressed().marks();
        for (String column : profile.numbers().looked()) {
            if (!marks.contains(cell(cells, column))) {
                Cells.number(column, cell(cells, column));
            }
        }
    }

    private boolean isSuppressed(List<String> cells) {
        if (profile.suppressed() == null) {
            return false;
        }
        List<String> marks = profile.suppressed().marks();
        List<String> columns = profile.numbers().named();
        if (marks != null && columns.stream().anyMatch(column -> marks.contains(cell(cells, column)))) {
            return true;
        }
        ImportProfile.Below below = profile.suppressed().blankBelow();
        if (below == null
                || columns.stream().noneMatch(column -> cell(cells, column).isEmpty())) {
            return false;
        }
        BigDecimal number = Cells.number(below.column(), cell(cells, below.column()));
        return number != null && number.compareTo(below.bound()) < 0;
    }

    private BigDecimal number(String column, List<String> cells) {
        return column == null ? null : Cells.number(column, cell(cells, column));
    }

    /** The district itself when the part that is the site's own is missing: blank, or all zeros. */
    private String site(String district, List<String> cells) {
        Part own = profile.site().parts().getLast();
        if (ZEROS.matcher(part(own, cells)).matches()) {
            return district;
        }
        return identifier(profile.site(), cells);
    }

    private String district(List<String> cells) {
        String named = identifier(profile.district(), cells);
        if (!DISTRICT_ID.matcher(named).matches()) {
            throw new WrongCell(
                    "DISTRICT_ID_MALFORMED",
                    profile.district().parts().getLast().column(),
                    "Write the district's code: 1 to 64 letters, digits, _ or -.");
        }
        return named;
    }

    private String identifier(Identifier identifier, List<String> cells) {
        StringBuilder id = new StringBuilder();
        for (Part part : identifier.parts()) {
            String text = part(part, cells);
            if (text.isEmpty()) {
                throw new WrongCell(
                        "CELL_EMPTY", part.column(), "Write the code; the row cannot be placed without it.");
            }
            id.append(text);
        }
        return id.toString();
    }

    private String part(Part part, List<String> cells) {
        String cell = cell(cells, part.column());
        int from = part.from() == null ? 0 : part.from() - 1;
        int to = part.to() == null ? cell.length() : part.to();
        if (cell.isEmpty()) {
            return cell;
        }
        if (to > cell.length() || from >= to) {
            throw new WrongCell(
                    "CODE_TOO_SHORT",
                    part.column(),
                    "Write the whole code; a spreadsheet may have taken leading zeros away.");
        }
        String text = cell.substring(from, to);
        int missing = part.digits() == null ? 0 : part.digits() - text.length();
        return missing > 0 ? "0".repeat(missing) + text : text;
    }

    private String group(List<String> cells) {
        if (profile.studentGroup() == null) {
            return null;
        }
        String column = profile.studentGroup().column();
        String code = cell(cells, column);
        if (code.isEmpty()) {
            throw new WrongCell("CELL_EMPTY", column, "Write the student group's code.");
        }
        Map<String, String> names = profile.studentGroup().names();
        return names == null ? code : names.getOrDefault(code, code);
    }

    private String period(List<String> cells) {
        String column = profile.period().column();
        String cell = cell(cells, column);
        return switch (profile.period().written()) {
            case AS_HERE -> cell.isEmpty() ? null : cell;
            case YEAR_IT_ENDS -> {
                if (!YEAR.matcher(cell).matches()) {
                    throw new WrongCell("YEAR_UNREADABLE", column, "Write the year in which the school year ends.");
                }
                int year = Integer.parseInt(cell);
                yield "%d-%02d".formatted(year - 1, year % 100);
            }
        };
    }

    private String cell(List<String> cells, String column) {
        return cells.get(places.get(column));
    }
}
