package org.inpractice.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Transactions;

/** The service's clock, transactions and stream. */
final class StreamBeans {
    private StreamBeans() {}

    /** The only place that reads the machine's clock. */
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static Transactions transactions(DataSource dataSource) {
        return Transactions.of(dataSource);
    }

    @Produces
    @Singleton
    static DistrictStream stream(@ConfigProperty(name = "quarkus.application.name") String service, Clock clock) {
        return new DistrictStream(service, clock);
    }
}
