package org.inpractice.learning.digest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days, instants, numbers and types are written on a page: American English, as the rest of the texts. */
final class DigestWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    private DigestWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    static String days(Digest digest) {
        String days =
                digest.from().equals(digest.to()) ? day(digest.from()) : day(digest.from()) + " to " + day(digest.to());
        return days + " (days of " + digest.zone() + ")";
    }

    static String known(Digest digest) {
        String events = digest.events() == 1 ? "1 event" : number(digest.events()) + " events";
        return digest.asOf() == null
                ? events + ", as known now."
                : events + ", as known on " + MOMENT.format(digest.asOf().atZone(ZoneId.of(digest.zone()))) + ".";
    }

    /** {@code improvement.observation.recorded.v1} as {@code observation recorded}. */
    static String type(String wireType) {
        String name = wireType.replaceFirst("^improvement\\.", "").replaceFirst("\\.v\\d+$", "");
        return name.replace('.', ' ').replace('-', ' ');
    }
}
