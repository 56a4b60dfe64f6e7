package org.inpractice.learning.factor;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.NamedIds;
import org.inpractice.learning.Query;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The taxonomy of each district: what comes with the service and what the district added. */
@Singleton
@Startup
public class Factors {
    private static final String STREAM_TYPE = "factors";

    private final Aggregates<FactorCommand, FactorList, FactorEvent> aggregates;

    @Inject
    Factors(DistrictStream stream, ReadModels readModels) {
        EventCodec<FactorEvent> codec = new EventCodec<>(FactorEvent.class);
        FactorProjection projection = new FactorProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new FactorDecider(), projection);
        readModels.own("factors", codec, projection);
    }

    /**
     * A factor.
     *
     * @param source where it comes from; the district itself for its own
     * @param addedBy who added it; absent for those that come with the service
     */
    public record Factor(String code, String name, String question, String source, String addedBy) {}

    /** The codes that a review may name now. */
    public Set<String> codes(Connection connection, String districtId) throws SQLException {
        Set<String> codes = new HashSet<>();
        all(connection, districtId, null).forEach(factor -> codes.add(factor.code()));
        return codes;
    }

    /** Whether a code is, or ever was, one of the taxonomy's. */
    public boolean isCode(Connection connection, String districtId, String text) throws SQLException {
        return BuiltInFactor.find(text).isPresent()
                || Query.of("select 1 from factor where district_id = ? and code = ?", districtId, text)
                        .first(connection, row -> true)
                        .isPresent();
    }

    /** All factors in use at an instant, null for now; the district's own last. */
    List<Factor> all(Connection connection, String districtId, Instant asOf) throws SQLException {
        List<Factor> factors = new ArrayList<>();
        BuiltInFactor.ALL.forEach(factor ->
                factors.add(new Factor(factor.code(), factor.name(), factor.question(), factor.source(), null)));
        Query query = Query.of("select code, name, question, added_by from factor where district_id = ?", districtId);
        query = asOf == null
                ? query.add("and known_until = 'infinity'")
                : query.add("and known_from <= ? and known_until > ?", asOf, asOf);
        factors.addAll(query.add("order by known_from, code")
                .rows(
                        connection,
                        row -> new Factor(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                "this district",
                                row.getString(4))));
        return factors;
    }

    long handle(
            Connection connection,
            String districtId,
            OptionalLong expectedVersion,
            Append.Cause cause,
            FactorCommand command)
            throws SQLException {
        UUID list = NamedIds.of(STREAM_TYPE, districtId);
        return aggregates
                .handle(connection, districtId, list, expectedVersion, cause, command)
                .version();
    }
}
