package org.inpractice.learning.sealing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.Query;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The master key is changed while the service runs; afterwards the old one is good for nothing. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class MasterKeyChangeTest {
    private static final String NEW = "new:" + Base64.getEncoder().encodeToString(new byte[32]);

    @Inject
    MasterKeyChange change;

    @Inject
    Seals seals;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = MasterKeys.SETTING)
    String configured;

    private final ADistrict district = ADistrict.fresh();

    @AfterEach
    void goBack() throws SQLException {
        change.rewrap(MasterKeys.of(Optional.of(configured + "," + NEW)));
        assertEquals(List.of("test"), transactions.call(TextKeyTable::masterKeys));
    }

    @Test
    void all_keys_are_wrapped_anew_and_texts_open_with_the_new_master_key_alone() throws SQLException {
        // given
        UUID failure = UUID.fromString(
                district.post("failures", "{\"kind\": \"failure\", \"whatHappened\": \"written before\"}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("failureId"));
        String sealed = sealed(failure);
        String fingerprint = seals.fingerprint(district.id(), "by hand");
        MasterKeys both = MasterKeys.of(Optional.of(NEW + "," + configured));
        MasterKeys onlyNew = MasterKeys.of(Optional.of(NEW));
        // when
        change.rewrap(both);
        // then
        assertEquals(List.of("new"), transactions.call(TextKeyTable::masterKeys));
        assertEquals("written before", opener(onlyNew, failure).open(failure, "whatHappened", sealed));
        assertEquals(
                Opener.UNREADABLE,
                opener(seals.masterKeys(), failure).open(failure, "whatHappened", sealed),
                "the old one opens nothing any more");
        assertEquals(
                fingerprint,
                transactions
                        .call(connection -> Fingerprints.load(connection, onlyNew))
                        .of(district.id() + "\nby hand"));
        IllegalStateException lost =
                assertThrows(IllegalStateException.class, () -> new Seals(Optional.of(configured), transactions, null));
        assertTrue(lost.getMessage().contains("sealed under new"), lost.getMessage());
    }

    @Test
    void a_replica_that_has_both_keys_reads_and_writes_meanwhile() throws SQLException {
        // given
        change.rewrap(MasterKeys.of(Optional.of(NEW + "," + configured)));
        goBack();
        // then
        district.post("failures", "{\"kind\": \"failure\", \"whatHappened\": \"written since\"}")
                .then()
                .statusCode(201);
        district.get("failures").then().body("items[0].whatHappened", equalTo("written since"));
    }

    private Opener opener(MasterKeys masterKeys, UUID failure) throws SQLException {
        return transactions.call(connection ->
                new Opener(masterKeys, district.id(), TextKeyTable.of(connection, district.id(), List.of(failure))));
    }

    private String sealed(UUID failure) throws SQLException {
        return transactions
                .call(connection -> Query.of("select what_happened from failure where failure_id = ?", failure)
                        .first(connection, row -> row.getString(1)))
                .orElseThrow();
    }
}
