package org.inpractice.measurement.imports;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads what stands in a cell. What is wrong is told by {@link WrongCell}, which never repeats the cell. */
final class Cells {
    /** Longer than any number an observation may have; looked at before it is computed with. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private Cells() {}

    /** A cell that cannot be read. */
    static final class WrongCell extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final String column;

        WrongCell(String code, String column, String remedy) {
            super(remedy, null, false, false);
            this.code = code;
            this.column = column;
        }

        ImportedRow.Rejected rejected(long line, String districtId, String original) {
            return new ImportedRow.Rejected(line, districtId, code, column, getMessage(), original);
        }
    }

    /** A decimal number with a point; null when the cell is empty. */
    static BigDecimal number(String column, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.length() > LONGEST_NUMBER || !NUMBER.matcher(cell).matches()) {
            throw new WrongCell(
                    "NUMBER_UNREADABLE",
                    column,
                    "Write a number such as 12.5: digits, a decimal point, no thousands separator, at most "
                            + LONGEST_NUMBER + " characters.");
        }
        return new BigDecimal(cell);
    }

    /** A whole number; null when the cell is empty. */
    static Long wholeNumber(String column, String cell) {
        BigDecimal number = number(column, cell);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw new WrongCell("NUMBER_UNREADABLE", column, "Write a whole number.");
        }
    }
}
