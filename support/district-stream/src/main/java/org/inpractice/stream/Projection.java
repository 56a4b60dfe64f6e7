package org.inpractice.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Turns events into read tables, the same way live and in a rebuild.
 *
 * <p>{@link #apply} works on the connection it is given and in its transaction, names its tables without a schema (a
 * rebuild points the search path at shadow tables) and depends on nothing but the events and its own tables.
 *
 * @param <E> the event type it reads
 */
public interface Projection<E> {
    /**
     * The tables it alone writes; a rebuild replaces exactly these. Plain tables in {@code public}: no view, foreign key or
     * sequence may hang on them, because a rebuild drops them.
     */
    List<String> tables();

    /** Applies events in the order given; several districts may be mixed, each in its own order. */
    void apply(Connection connection, List<Recorded<E>> events) throws SQLException;
}
