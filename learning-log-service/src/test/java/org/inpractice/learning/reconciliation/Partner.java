package org.inpractice.learning.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.inpractice.stack.PublishedRecords;

/** Computes the hashes as docs/events/reconciliation.md says, from records of the topic, with none of our code. */
final class Partner {
    private static final int BLOCK = 1024;

    private final SortedMap<Long, Held> events = new TreeMap<>();

    private record Held(String id, String type, String subject, String publishedSha256) {}

    void keep(ConsumerRecord<String, byte[]> published) {
        keep(
                Long.parseLong(PublishedRecords.header(published, "ce_districtseq")),
                PublishedRecords.header(published, "ce_id"),
                PublishedRecords.header(published, "ce_type"),
                PublishedRecords.header(published, "ce_subject"),
                published.value());
    }

    void keep(long sequence, String id, String type, String subject, byte[] published) {
        events.put(sequence, new Held(id, type, subject, sha256(published)));
    }

    void swap(long one, long other) {
        Held first = events.get(one);
        events.put(one, events.get(other));
        events.put(other, first);
    }

    String eventsHash(long from, long to) {
        return range(from, to, this::pieceHash);
    }

    String publishedHash(long from, long to) {
        return range(from, to, (begin, end) -> {
            StringBuilder lines = new StringBuilder();
            events.subMap(begin, end + 1)
                    .forEach((seq, held) -> lines.append("%d\t%s\t%s\n".formatted(seq, held.id, held.publishedSha256)));
            return sha256(lines.toString());
        });
    }

    String pieceHash(long from, long to) {
        StringBuilder lines = new StringBuilder();
        events.subMap(from, to + 1)
                .forEach((seq, held) ->
                        lines.append("%d\t%s\t%s\t%s\n".formatted(seq, held.id, held.type, held.subject)));
        return sha256(lines.toString());
    }

    private static String range(long from, long to, BiFunction<Long, Long, String> piece) {
        StringBuilder lines = new StringBuilder();
        long begin = from;
        while (begin <= to) {
            long end = Math.min(to, ((begin - 1) / BLOCK + 1) * BLOCK);
            lines.append("%d\t%d\t%s\n".formatted(begin, end, piece.apply(begin, end)));
            begin = end + 1;
        }
        return sha256(lines.toString());
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
