package org.inpractice.measurement.imports;

import java.io.IOException;

/** An upload that cannot be read on from some line; what came before it stays. */
final class UnreadableUpload extends IOException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String field;

    /**
     * @param field the column at fault, or null
     * @param remedy what to send instead
     */
    UnreadableUpload(String code, String field, String remedy) {
        super(remedy);
        this.code = code;
        this.field = field;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}
