package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds one of the service's own read models from its event table. Appends go on meanwhile; only while the last few
 * events are applied and the tables change places do writers wait.
 *
 * @param <E> the projection's event type
 */
public final class EventTableRebuild<E> implements Rebuild {
    private static final int CHUNK = 2_000;

    private final String readModel;
    private final DistrictStream stream;
    private final Transactions transactions;
    private final EventReader<E> reader;
    private final Projection<E> projection;
    private final RebuildProgress progress;
    private final ShadowTables shadow;
    private final Map<String, Long> done = new HashMap<>();

    /** A rebuild under the read model's name, which also names the shadow schema. */
    public EventTableRebuild(
            String readModel,
            DistrictStream stream,
            Transactions transactions,
            EventReader<E> reader,
            Projection<E> projection,
            Clock clock) {
        this.readModel = readModel;
        this.stream = stream;
        this.transactions = transactions;
        this.reader = reader;
        this.projection = projection;
        this.progress = new RebuildProgress(readModel, clock);
        this.shadow = new ShadowTables(readModel, projection.tables());
    }

    @Override
    public long run() throws SQLException {
        if (!transactions.call(progress::claim)) {
            throw new AlreadyRunningException(readModel);
        }
        try {
            transactions.call(connection -> {
                shadow.create(connection, List.of());
                return null;
            });
            Transactions onShadow = transactions.withSearchPath(shadow.schema());
            catchUp(onShadow);
            onShadow.call(connection -> {
                shadow.analyze(connection);
                return null;
            });
            Map<String, Long> before = new HashMap<>(done);
            PatientSwap.run(onShadow, this::catchUpAndSwap, () -> {
                // What the last attempt applied was rolled back with it.
                done.clear();
                done.putAll(before);
                catchUp(onShadow);
                before.putAll(done);
            });
            return events();
        } catch (SQLException | RuntimeException e) {
            transactions.call(connection -> progress.failed(connection, events(), String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private void catchUp(Transactions onShadow) throws SQLException {
        for (String district : transactions.call(EventTableRebuild::districts)) {
            boolean more = true;
            while (more) {
                more = onShadow.call(connection -> applyChunk(connection, district));
                transactions.call(connection -> progress.moved(connection, events()));
            }
        }
    }

    private long events() {
        return done.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Applies the next events of a district; false when there was none left. */
    private boolean applyChunk(Connection connection, String district) throws SQLException {
        List<RecordedEvent> next = stream.after(connection, district, done.getOrDefault(district, 0L), CHUNK);
        List<Recorded<E>> read = new ArrayList<>(next.size());
        next.forEach(event -> reader.read(event).ifPresent(known -> read.add(new Recorded<>(event, known))));
        if (!read.isEmpty()) {
            projection.apply(connection, read);
        }
        if (!next.isEmpty()) {
            done.put(district, next.get(next.size() - 1).districtSeq());
        }
        return next.size() == CHUNK;
    }

    private Void catchUpAndSwap(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Writers lock or update a head before they touch a read table: with the heads locked, even against
            // select … for update, nothing is in between.
            statement.execute("lock table public.district_head in exclusive mode");
        }
        for (String district : districts(connection)) {
            boolean more = true;
            while (more) {
                more = applyChunk(connection, district);
            }
        }
        shadow.swap(connection);
        return progress.done(connection, events());
    }

    private static List<String> districts(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select district_id from public.district_head order by 1");
                ResultSet row = statement.executeQuery()) {
            List<String> districts = new ArrayList<>();
            while (row.next()) {
                districts.add(row.getString(1));
            }
            return districts;
        }
    }
}
