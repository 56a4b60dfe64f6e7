package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.List;
import org.inpractice.api.Cursor;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Select;

/**
 * The place of a session or training in a list that goes down the days on which they were held.
 *
 * @param firstSeq tells those of a day apart
 */
record HeldOn(LocalDate day, long firstSeq) {
    static HeldOn read(String cursor) {
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return keys.isEmpty()
                    ? null
                    : new HeldOn(Parameters.date("cursor", keys.get(0)), Long.parseLong(keys.get(1)));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }

    static String cursor(LocalDate day, Known<?> row) {
        return Cursor.of(day.toString(), String.valueOf(row.firstSeq()));
    }

    /** The page after a place (null for the first), the last held first; one row more than {@code limit}. */
    static Select page(Select select, HeldOn after, int limit) {
        if (after != null) {
            select.and("and (t.held_on, t.first_seq) < (?, ?)", after.day(), after.firstSeq());
        }
        return select.and("order by t.held_on desc, t.first_seq desc limit ?", limit + 1);
    }
}
