package org.inpractice.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventReader;
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Rebuild;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/** All read models of this service, by name, for rebuilds. */
@ApplicationScoped
public class ReadModels {
    private static final Logger LOG = Logger.getLogger(ReadModels.class);

    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    private final Map<String, Supplier<Rebuild>> rebuilds = new ConcurrentHashMap<>();

    /** Makes a read model of the service's own events known. Call it once, when the service starts. */
    public <E> void own(String name, EventReader<E> reader, Projection<E> projection) {
        register(name, () -> new EventTableRebuild<>(name, stream, transactions, reader, projection, clock));
    }

    void register(String name, Supplier<Rebuild> rebuild) {
        rebuilds.put(name, rebuild);
    }

    SortedSet<String> names() {
        return new TreeSet<>(rebuilds.keySet());
    }

    Optional<Rebuild> newRebuild(String name) {
        return Optional.ofNullable(rebuilds.get(name)).map(Supplier::get);
    }

    /** Rebuilds on a thread of its own; how it goes is in the table {@code read_model_rebuild}. */
    void start(String name, Rebuild rebuild) {
        Thread.ofPlatform().name("rebuild-" + name).daemon().start(() -> {
            try {
                LOG.infof("read model %s rebuilt from %d events", name, rebuild.run());
            } catch (SQLException | RuntimeException e) {
                LOG.errorf("read model %s was not rebuilt and stays as it was: %s", name, e);
            }
        });
    }
}
