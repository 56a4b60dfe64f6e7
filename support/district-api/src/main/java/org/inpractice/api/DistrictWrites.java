package org.inpractice.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.SqlErrors;
import org.inpractice.stream.StaleVersionException;
import org.inpractice.stream.Transactions;

/**
 * Runs the command of one request: in one transaction, answered only after its commit.
 *
 * <p>With {@code Idempotency-Key} the answer is stored in the same transaction, and the same request gets it again. When
 * somebody else was faster on the same aggregate the command is decided again, a few times, unless the caller said with
 * {@code If-Match} what it had seen (412).
 */
@ApplicationScoped
public class DistrictWrites {
    private static final int ATTEMPTS = 5;

    @Inject
    DistrictRequest request;

    @Inject
    Transactions transactions;

    @Inject
    DistrictStream stream;

    @Inject
    IdempotencyKeys idempotencyKeys;

    @Inject
    StreamRelay relay;

    @Inject
    ObjectMapper mapper;

    @Inject
    StreamMetrics metrics;

    /** What a command does with the stream and the service's own read tables. */
    @FunctionalInterface
    public interface Work {
        /** Does it, on a transaction that somebody else ends; may run more than once. */
        Answer run(Connection connection) throws SQLException;
    }

    /**
     * Runs it.
     *
     * @param body the request's body as read; with the route it makes an idempotency key's request the same or another
     */
    public Response write(Object body, Work work) {
        for (int attempt = 1; ; attempt++) {
            try {
                Response response =
                        metrics.timed(() -> transactions.call(connection -> answer(connection, body, work)));
                relay.nudge(request.districtId());
                return response;
            } catch (StaleVersionException e) {
                if (request.ifMatch().isPresent() || attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (SQLException e) {
                // Only what surely did not commit is tried again here; the rest is for the caller, with its key.
                if (!SqlErrors.isTransactionVictim(e) || attempt == ATTEMPTS) {
                    throw new StoreException(e);
                }
            }
        }
    }

    private Response answer(Connection connection, Object body, Work work) throws SQLException {
        Optional<String> sentKey = request.idempotencyKey();
        if (sentKey.isEmpty()) {
            Answer answer = work.run(connection);
            return response(
                            request.districtId(),
                            answer.status(),
                            answer.location(),
                            answer.version(),
                            json(answer.body()))
                    .build();
        }
        stream.lock(connection, List.of(request.districtId()));
        var key = new IdempotencyKeys.Key(request.districtId(), request.actor(), sentKey.get());
        String hash = idempotencyKeys.hash(request.route(), body);
        Map<IdempotencyKeys.Key, IdempotencyKeys.Stored> found = idempotencyKeys.find(connection, List.of(key));
        if (found.containsKey(key)) {
            return replay(idempotencyKeys.sameRequest(found.get(key), hash));
        }
        Answer answer = work.run(connection);
        var stored = new IdempotencyKeys.Stored(
                key, hash, answer.status(), answer.location(), answer.version(), json(answer.body()));
        idempotencyKeys.store(connection, List.of(stored));
        return response(stored).build();
    }

    /**
     * A stored answer as a response; {@code Idempotency-Replayed} tells that nothing new happened. Asks nothing of the
     * present request, so any thread may call it.
     */
    public Response replay(IdempotencyKeys.Stored stored) {
        return response(stored).header("Idempotency-Replayed", "true").build();
    }

    private static Response.ResponseBuilder response(IdempotencyKeys.Stored stored) {
        return response(stored.key().districtId(), stored.status(), stored.location(), stored.version(), stored.body());
    }

    private static Response.ResponseBuilder response(
            String districtId, int status, String location, Long version, String body) {
        Response.ResponseBuilder response = Response.status(status);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, URI.create("/v1/districts/%s/%s".formatted(districtId, location)));
        }
        if (version != null) {
            response.header(HttpHeaders.ETAG, "\"" + version + "\"");
        }
        if (body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        return response;
    }

    private String json(Object body) {
        try {
            return body == null ? null : mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
