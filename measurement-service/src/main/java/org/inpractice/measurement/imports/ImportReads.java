package org.inpractice.measurement.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Problems;
import org.inpractice.measurement.imports.ImportViews.ImportView;
import org.inpractice.measurement.imports.ImportViews.RejectedRow;

/** What can be asked of imports, whoever asks. */
@Singleton
class ImportReads {
    private static final int PAGE = 500;

    @Inject
    DistrictReads reads;

    @Inject
    Clock clock;

    /** Whether the reader may see an import. */
    interface Visible {
        boolean test(Import stored);
    }

    Import find(UUID importId, Visible visible) {
        return reads.read(connection -> ImportTable.find(connection, importId))
                .filter(visible::test)
                .orElseThrow(() -> new NotFound("import"));
    }

    Page<ImportView> ofDistrict(String districtId, String cursor, int limit) {
        List<String> keys = Cursor.keys(cursor, 1);
        UUID before;
        try {
            before = keys.isEmpty() ? null : UUID.fromString(keys.getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
        return Page.of(
                reads.read(connection -> ImportTable.ofDistrict(connection, districtId, before, limit + 1)).stream()
                        .map(ImportView::of)
                        .toList(),
                limit,
                last -> Cursor.of(last.importId().toString()));
    }

    ImportView cancelled(Import stored) {
        if (!reads.read(connection -> ImportTable.cancel(connection, stored.importId(), clock.instant()))) {
            throw Problems.of(409, "IMPORT_HAS_ENDED", "The import has ended", "There is nothing left to stop.");
        }
        return ImportView.of(find(stored.importId(), any -> true));
    }

    Page<RejectedRow> rejections(Import stored, boolean withText, String cursor, int limit) {
        List<String> keys = Cursor.keys(cursor, 1);
        if (!keys.isEmpty() && !keys.getFirst().matches("\\d{1,18}")) {
            throw Cursor.notOurs();
        }
        long after = keys.isEmpty() ? 0 : Long.parseLong(keys.getFirst());
        return Page.of(
                reads.read(connection -> Rejections.after(connection, stored.importId(), after, limit + 1)).stream()
                        .map(row -> RejectedRow.of(row, withText))
                        .toList(),
                limit,
                last -> Cursor.of(String.valueOf(last.line())));
    }

    /** All of them as CSV, read page by page. */
    StreamingOutput rejectionsAsCsv(Import stored, boolean withText) {
        return output -> {
            Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            try (CSVPrinter printer = CSVFormat.RFC4180.print(writer)) {
                printer.printRecord("line", "districtId", "code", "field", "remedy", "original");
                long after = 0;
                List<ImportedRow.Rejected> page;
                do {
                    long from = after;
                    page = reads.read(connection -> Rejections.after(connection, stored.importId(), from, PAGE));
                    for (ImportedRow.Rejected row : page) {
                        printer.printRecord(
                                row.line(),
                                row.districtId(),
                                row.code(),
                                row.field(),
                                row.remedy(),
                                withText ? row.original() : null);
                        after = row.line();
                    }
                } while (page.size() == PAGE);
            }
        };
    }
}
