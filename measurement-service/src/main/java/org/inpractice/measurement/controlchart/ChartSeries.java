package org.inpractice.measurement.controlchart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The series a chart shows. */
record ChartSeries(UUID measureId, String siteId, String studentGroup) {

    /** The chart's id: a name-based UUID (version 5, RFC 9562), one for each series of a district. */
    UUID chartId(String districtId) {
        // A line feed cannot occur in any part, so no two series share a name.
        String name = "chart\n" + districtId + '\n' + measureId + '\n' + siteId + '\n' + studentGroup;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
            hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
