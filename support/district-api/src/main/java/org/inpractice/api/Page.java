package org.inpractice.api;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the next page; absent on the last
 * @param <T> item
 */
public record Page<T>(List<T> items, String next) {
    /**
     * A page made of up to {@code limit + 1} rows: the one too many tells that there is a next page.
     *
     * @param cursorAfter the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorAfter) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorAfter.apply(items.get(limit - 1)));
    }
}
