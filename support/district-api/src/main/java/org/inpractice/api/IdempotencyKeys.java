package org.inpractice.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.inpractice.stream.SqlErrors;
import org.inpractice.stream.Transactions;

/**
 * First answers by {@code Idempotency-Key}, kept {@link #KEPT} in the database in the transaction of the request they
 * answer: a crash leaves both or none. A key belongs to one caller in one district.
 *
 * <p>Whoever uses it holds the district's head lock ({@code DistrictStream.lock}) from before {@link #find} to the end of
 * the transaction; two requests with one key then follow one another.
 */
@ApplicationScoped
public class IdempotencyKeys {
    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Clock clock;

    @Inject
    ObjectMapper mapper;

    @Inject
    Transactions transactions;

    /** A key of one caller in one district. */
    public record Key(String districtId, String actor, String key) {}

    /**
     * An answer as it was given, and a digest of the request it was given to.
     *
     * @param body JSON text, or null
     */
    public record Stored(Key key, String requestHash, int status, String location, Long version, String body) {}

    /** A digest of the request: route and meaning of the body, so that other white space is still the same request. */
    public String hash(String route, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(route.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(mapper.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answers already given to some keys, in one round trip. Lateral with a limit, so that each key is one step down
     * the index whatever the planner believes of the table's size: a hash join would read all of it.
     */
    public Map<Key, Stored> find(Connection connection, Collection<Key> keys) throws SQLException {
        Map<Key, Stored> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.district_id, k.actor, k.key, i.request_hash, i.status, i.location, i.version, i.body
                from unnest(?, ?, ?) as k(district_id, actor, key)
                cross join lateral (
                    select * from idempotency_key i
                    where i.district_id = k.district_id and i.actor = k.actor and i.key = k.key
                    limit 1) i
                """)) {
            bindKeys(connection, statement, keys);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Key key = new Key(row.getString(1), row.getString(2), row.getString(3));
                    Long version = row.getObject(7, Long.class);
                    found.put(
                            key,
                            new Stored(
                                    key, row.getString(4), row.getInt(5), row.getString(6), version, row.getString(8)));
                }
            }
        }
        return found;
    }

    /** Remembers answers, in one round trip. */
    public void store(Connection connection, List<Stored> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into idempotency_key
                    (district_id, actor, key, request_hash, status, location, version, body, recorded_at)
                select *, ?::timestamptz from unnest(?, ?, ?, ?, ?::int[], ?, ?::bigint[], ?)
                """)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            // Arrays of what they hold go over the wire as such, arrays of Object as text.
            List<Object[]> columns = new ArrayList<>();
            columns.add(
                    answers.stream().map(answer -> answer.key().districtId()).toArray(String[]::new));
            columns.add(answers.stream().map(answer -> answer.key().actor()).toArray(String[]::new));
            columns.add(answers.stream().map(answer -> answer.key().key()).toArray(String[]::new));
            columns.add(answers.stream().map(Stored::requestHash).toArray(String[]::new));
            columns.add(answers.stream().map(Stored::status).toArray(Integer[]::new));
            columns.add(answers.stream().map(Stored::location).toArray(String[]::new));
            columns.add(answers.stream().map(Stored::version).toArray(Long[]::new));
            columns.add(answers.stream().map(Stored::body).toArray(String[]::new));
            List<String> types = List.of("text", "text", "text", "text", "int4", "text", "bigint", "text");
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(i + 2, connection.createArrayOf(types.get(i), columns.get(i)));
            }
            statement.executeUpdate();
        }
    }

    /** Whether {@link #store} failed because a key was stored already: its transaction must end, and it be looked up. */
    public static boolean isKnown(Throwable failure) {
        return SqlErrors.violates(failure, "idempotency_key_pkey");
    }

    /** The replay of an answer, or a problem when the key was used for another request. */
    public Stored sameRequest(Stored stored, String requestHash) {
        if (!stored.requestHash().equals(requestHash)) {
            throw Problems.of(
                    422,
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another request",
                    "Use a new key for a new request; send the same body to get the first answer again.");
        }
        return stored;
    }

    /** Forgets keys that are older than {@link #KEPT}. Any replica may do it, several at once too. */
    @Scheduled(every = "1h", delayed = "5m")
    void forgetOldKeys() throws SQLException {
        transactions.call(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from idempotency_key where recorded_at < ?")) {
                statement.setObject(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    private static void bindKeys(Connection connection, PreparedStatement statement, Collection<Key> keys)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", keys.stream().map(Key::districtId).toArray(String[]::new)));
        statement.setArray(
                2,
                connection.createArrayOf("text", keys.stream().map(Key::actor).toArray(String[]::new)));
        statement.setArray(
                3, connection.createArrayOf("text", keys.stream().map(Key::key).toArray(String[]::new)));
    }
}
