package org.inpractice.learning.sealing;

import java.util.UUID;

/**
 * A row of {@code text_key}: the key of one field of one report.
 *
 * @param keyId named by every text sealed with it
 * @param reportId the aggregate
 * @param field its place in the data of events
 * @param masterKey id of the master key that wraps it
 * @param wrapped the key itself, wrapped, in base64
 */
record TextKey(UUID keyId, String districtId, UUID reportId, String field, String masterKey, String wrapped) {
    /** What the wrapped key belongs to: a row whose other columns were changed does not unwrap. */
    String boundTo() {
        return String.join("\n", "text_key", keyId.toString(), place(districtId, reportId, field));
    }

    /** What a text belongs to; the district comes last because only its spelling is not ours. */
    static String place(String districtId, UUID reportId, String field) {
        return String.join("\n", reportId.toString(), field, districtId);
    }
}
