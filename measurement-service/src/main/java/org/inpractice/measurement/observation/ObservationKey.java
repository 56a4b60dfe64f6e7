package org.inpractice.measurement.observation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/** What makes two observations of a district the same one. */
public record ObservationKey(
        String districtId, UUID measureId, String siteId, String studentGroup, LocalDate periodStart) {

    /** The observation's id: a name-based UUID (version 5, RFC 9562), so that whoever knows the key knows the id. */
    public UUID observationId() {
        // A line feed cannot occur in any part, so no two keys share a name.
        String name = districtId + '\n' + measureId + '\n' + siteId + '\n' + studentGroup + '\n' + periodStart;
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
