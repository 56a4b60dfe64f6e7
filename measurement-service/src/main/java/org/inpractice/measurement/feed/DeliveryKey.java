package org.inpractice.measurement.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/** What a feed delivers at one time: one measure of one site for one period. */
record DeliveryKey(String districtId, UUID feedId, UUID measureId, String siteId, LocalDate periodStart) {
    /**
     * The delivery's id: a name-based UUID (version 5, RFC 9562). Whoever judges the same delivery, on whichever replica,
     * writes to the same stream, which has one first event.
     */
    UUID deliveryId() {
        String name = "delivery\n" + districtId + '\n' + feedId + '\n' + measureId + '\n' + siteId + '\n' + periodStart;
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
