package org.inpractice.learning.reconciliation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of one source's numbers and the hashes of its events.
 *
 * @param source the service
 * @param from the first number
 * @param to the last number; {@code from - 1} when the range is empty
 * @param count how many events; always {@code to - from + 1}, because a sequence has no gaps
 * @param eventsHash of number, id, type and subject of each event, in hexadecimal
 * @param publishedHash of number, id and published bytes of each event, in hexadecimal
 * @param arrived the last number of the source that has arrived here
 */
@Schema(name = "SequenceRange")
public record SequenceRange(
        @Schema(examples = "improvement-cycles-service") String source,
        long from,
        long to,
        long count,
        String eventsHash,
        String publishedHash,
        long arrived) {}
