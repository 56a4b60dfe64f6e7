package org.inpractice.measurement.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.inpractice.api.JsonProblems;
import org.inpractice.measurement.observation.ObservationRequest;

/** One JSON object a line, as a single POST takes it; blank lines do not count. */
final class NdjsonRows implements Rows {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int BUFFER = 256 * 1024;

    private final InputStream input;
    private final String districtId;
    private final ObjectReader reader;
    private byte[] line = new byte[1_024];
    private int length;
    private long number;

    /** @param reader reads an {@link ObservationRequest}, as strictly as every request is read */
    NdjsonRows(InputStream input, String districtId, ObjectReader reader) {
        this.input = new BufferedInputStream(input, BUFFER);
        this.districtId = districtId;
        this.reader = reader;
    }

    @Override
    public ImportedRow next() throws IOException {
        while (readLine()) {
            int start = number == 1 && length >= 3 && isByteOrderMark() ? 3 : 0;
            if (!isBlank(start)) {
                return row(start);
            }
        }
        return null;
    }

    private ImportedRow row(int start) {
        try {
            ObservationRequest request = reader.readValue(line, start, length - start);
            return request == null
                    ? rejected("WRONG_SHAPE", null, "Send one observation as a JSON object on each line.", start)
                    : new ImportedRow.Told(number, districtId, request, original(start));
        } catch (JsonProcessingException e) {
            HttpProblem problem = JsonProblems.of(e);
            Object field = problem.getParameters().get("field");
            return rejected(
                    String.valueOf(problem.getParameters().get("code")),
                    field == null ? null : field.toString(),
                    problem.getDetail(),
                    start);
        } catch (IOException e) {
            return rejected("NOT_JSON", null, "Send UTF-8 JSON, one object a line.", start);
        }
    }

    private ImportedRow rejected(String code, String field, String remedy, int start) {
        return new ImportedRow.Rejected(number, districtId, code, field, remedy, original(start));
    }

    private String original(int start) {
        return new String(line, start, length - start, StandardCharsets.UTF_8);
    }

    /** Up to the next line feed or the end of the stream; false when there is nothing more. */
    private boolean readLine() throws IOException {
        length = 0;
        int next = input.read();
        if (next < 0) {
            return false;
        }
        number++;
        while (next >= 0 && next != '\n') {
            if (length == LONGEST_LINE) {
                throw new UnreadableUpload(
                        "LINE_TOO_LONG",
                        null,
                        "Line " + number + " is longer than " + LONGEST_LINE
                                + " bytes: put each observation on a line of its own.");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST_LINE, length * 2));
            }
            line[length++] = (byte) next;
            next = input.read();
        }
        return true;
    }

    private boolean isByteOrderMark() {
        return line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
    }

    private boolean isBlank(int start) {
        for (int i = start; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
