package org.inpractice.measurement.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of separated text in UTF-8 with a header line; cells lose the white space around them. */
final class CsvRows implements Rows {
    /** What the decoder writes for bytes that are no UTF-8. */
    private static final char UNDECODABLE = '\ufffd';

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int LONGEST_ROW = 256 * 1024;

    private final LimitedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final CSVFormat format;
    private final Columns columns;
    private int width;
    private long line;

    private CsvRows(LimitedReader reader, CSVParser parser, CSVFormat format, Columns columns) {
        this.reader = reader;
        this.parser = parser;
        this.records = parser.iterator();
        this.format = format;
        this.columns = columns;
    }

    /**
     * Opens a stream and reads its header.
     *
     * @param quote around cells that hold a separator or a line break; null when the file has no quotes
     */
    static CsvRows open(InputStream input, char separator, Character quote, Columns columns) throws IOException {
        LimitedReader reader = new LimitedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote(quote)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        CSVParser parser = format.parse(reader);
        CsvRows rows = new CsvRows(reader, parser, format, columns);
        rows.readHeader();
        return rows;
    }

    private void readHeader() throws IOException {
        CSVRecord header = record();
        if (header == null) {
            throw new UnreadableUpload("UPLOAD_EMPTY", null, "Send a header line and a line for each observation.");
        }
        List<String> names = cells(header);
        if (names.getFirst().indexOf(BYTE_ORDER_MARK) == 0) {
            names.set(0, names.getFirst().substring(1).strip());
        }
        width = names.size();
        columns.header(names);
    }

    @Override
    public ImportedRow next() throws IOException {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        String original = format.format((Object[]) record.values());
        List<String> cells = cells(record);
        if (cells.size() != width) {
            return rejected(
                    "ROW_LENGTH",
                    "The row has %d cells and the header %d: check separators and quotes."
                            .formatted(cells.size(), width),
                    original);
        }
        if (original.indexOf(UNDECODABLE) >= 0 || original.indexOf('\0') >= 0) {
            return rejected("NOT_UTF_8", "Save the file as UTF-8: the row holds bytes that are no text.", original);
        }
        return columns.row(line, cells, original);
    }

    private ImportedRow rejected(String code, String remedy, String original) {
        return new ImportedRow.Rejected(line, null, code, null, remedy, original);
    }

    private CSVRecord record() throws IOException {
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            reader.nextRow();
            if (record != null) {
                // The parser stands at the row's end; a quoted cell may hold line breaks.
                line = parser.getCurrentLineNumber() - breaks(record);
            }
            return record;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UnreadableUpload(
                        "ROW_UNREADABLE", null, "The row after line " + line + " cannot be read: check its quotes.");
            }
            throw e.getCause();
        }
    }

    private static long breaks(CSVRecord record) {
        return record.stream()
                .flatMapToInt(String::chars)
                .filter(each -> each == '\n')
                .count();
    }

    private static List<String> cells(CSVRecord record) {
        List<String> cells = new ArrayList<>(record.size());
        record.forEach(cell -> cells.add(cell.strip()));
        return cells;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Ends the reading of a row without end, such as one whose quote is never closed. */
    private static final class LimitedReader extends FilterReader {
        private int read;

        LimitedReader(Reader reader) {
            super(reader);
        }

        void nextRow() {
            read = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(0, count);
            return checked(count);
        }

        @Override
        public int read() throws IOException {
            read++;
            return checked(super.read());
        }

        private int checked(int result) throws UnreadableUpload {
            if (read > LONGEST_ROW) {
                throw new UnreadableUpload(
                        "ROW_TOO_LONG",
                        null,
                        "A row is longer than " + LONGEST_ROW + " characters: close the quote that it opens.");
            }
            return result;
        }
    }
}
