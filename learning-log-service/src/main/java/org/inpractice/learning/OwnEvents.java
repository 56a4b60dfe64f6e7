package org.inpractice.learning;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/**
 * Hears of this service's events in the transaction that appends them: for a feature whose read model is made of another
 * feature's events too, and must never be behind them.
 */
public interface OwnEvents {
    /** Events were appended on this connection; throws to undo that. */
    void appended(Connection connection, List<RecordedEvent> events) throws SQLException;

    /** A projection whose events these features hear of as well. Not for a rebuild. */
    static <E> Projection<E> heardBy(Iterable<OwnEvents> listeners, Projection<E> projection) {
        return new Projection<>() {
            @Override
            public List<String> tables() {
                return projection.tables();
            }

            @Override
            public void apply(Connection connection, List<Recorded<E>> events) throws SQLException {
                projection.apply(connection, events);
                List<RecordedEvent> appended =
                        events.stream().map(Recorded::envelope).toList();
                for (OwnEvents listener : listeners) {
                    listener.appended(connection, appended);
                }
            }
        };
    }
}
