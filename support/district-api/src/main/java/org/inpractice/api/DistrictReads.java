package org.inpractice.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.inpractice.stream.Transactions;

/** Plain JDBC reads, each in a transaction of its own and so on one snapshot per statement. */
@ApplicationScoped
public class DistrictReads {
    @Inject
    Transactions transactions;

    /** Runs a read. */
    public <T> T read(Transactions.Work<T> work) {
        try {
            return transactions.call(work);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
