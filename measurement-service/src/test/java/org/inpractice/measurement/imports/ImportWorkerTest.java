package org.inpractice.measurement.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** What becomes of stored uploads that cannot be worked on. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class ImportWorkerTest {
    private final Calls district = Calls.ofNewDistrict();

    @Inject
    Transactions transactions;

    @Test
    void one_that_always_breaks_fails_with_a_reason_and_is_not_tried_for_ever() throws SQLException {
        // given: a profile as no request can store it
        UUID broken = stored("""
                {"name": "broken", "separator": ";", "site": {"parts": [{"column": "School"}]},
                 "period": {"column": "Month", "written": "as_here"}}""");
        // when then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> district.call()
                        .get(district.path("imports/" + broken))
                        .then()
                        .body("state", equalTo("failed"))
                        .body("reason", containsString("cannot be worked on")));
    }

    private UUID stored(String profile) throws SQLException {
        UUID importId = DistrictStream.newId();
        transactions.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into import (import_id, district_id, covered, actor, form, gzip, profile, dry_run, state,
                        started_at, touched_at, worker_until)
                    values (?, ?, array[?], 'ana', 'CSV', false, ?::json, false, 'waiting', now(), now(), now())
                    """)) {
                statement.setObject(1, importId);
                statement.setString(2, district.district());
                statement.setString(3, district.district());
                statement.setString(4, profile);
                statement.executeUpdate();
            }
            part(connection, importId);
            return null;
        });
        return importId;
    }

    private static void part(Connection connection, UUID importId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into import_part values (?, 0, ?)")) {
            statement.setObject(1, importId);
            statement.setBytes(2, "School;Month\n0019;2025-09\n".getBytes(StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }
}
