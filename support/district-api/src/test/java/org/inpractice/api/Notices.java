package org.inpractice.api;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Decider;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.EventType;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.Refusal;

/** The smallest service there can be, to knock at the doors of. */
@ApplicationScoped
@Startup
@Path("/v1/districts/{districtId}/notices")
public class Notices {
    sealed interface Event {
        UUID noticeId();

        String text();
    }

    @EventType(name = "test.notice.posted")
    record Posted(UUID noticeId, String text) implements Event {}

    @EventType(name = "test.notice.changed")
    record Changed(UUID noticeId, String text) implements Event {}

    enum Rule implements Refusal.Rule {
        NOTICE_IS_RUDE,
        NOTICE_UNKNOWN;

        @Override
        public String title() {
            return this == NOTICE_IS_RUDE ? "The notice is rude" : "There is no notice";
        }

        @Override
        public Refusal.Kind kind() {
            return this == NOTICE_IS_RUDE ? Refusal.Kind.CONFLICT : Refusal.Kind.NOT_FOUND;
        }
    }

    public record Request(
            @NotBlank(message = "Say something.") @Size(max = 200, message = "Say it in 200 characters.")
            String text,

            LocalDate until,
            BigDecimal size,
            List<String> tags,
            Instant occurredAt) {}

    record Notice(UUID noticeId, String text) {}

    record Post(UUID noticeId, String text) {}

    static final EventCodec<Event> CODEC = new EventCodec<>(Event.class);

    static final class NoticeDecider implements Decider<Post, String, Event> {
        @Override
        public String initialState() {
            return "";
        }

        @Override
        public List<Event> decide(Post command, String state) {
            if (command.text().contains("damn")) {
                throw new Refusal(Rule.NOTICE_IS_RUDE, "text", "Say it kindly.");
            }
            return List.of(
                    state.isEmpty()
                            ? new Posted(command.noticeId(), command.text())
                            : new Changed(command.noticeId(), command.text()));
        }

        @Override
        public String evolve(String state, Event event) {
            return event.text();
        }
    }

    static final class NoticeProjection implements Projection<Event> {
        @Override
        public List<String> tables() {
            return List.of("notice");
        }

        @Override
        public void apply(Connection connection, List<Recorded<Event>> events) throws SQLException {
            try (var statement = connection.prepareStatement("""
                    insert into notice (district_id, notice_id, version, text) values (?, ?, ?, ?)
                    on conflict (notice_id) do update set version = excluded.version, text = excluded.text
                    """)) {
                for (Recorded<Event> recorded : events) {
                    statement.setString(1, recorded.envelope().districtId());
                    statement.setObject(2, recorded.event().noticeId());
                    statement.setLong(3, recorded.envelope().streamVersion());
                    statement.setString(4, recorded.event().text());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    private final Aggregates<Post, String, Event> notices;

    @Inject
    Notices(DistrictStream stream, ReadModels readModels) {
        notices = new Aggregates<>(stream, "notice", CODEC, new NoticeDecider(), new NoticeProjection());
        readModels.own("notices", CODEC, new NoticeProjection());
    }

    @POST
    public Response post(@Valid Request body) {
        UUID noticeId = DistrictStream.newId();
        return writes.write(body, connection -> {
            var outcome = handle(connection, noticeId, OptionalLong.empty(), body);
            return Answer.created("notices/" + noticeId, new Notice(noticeId, outcome.state()), outcome.version());
        });
    }

    @PUT
    @Path("{noticeId}")
    public Response change(@PathParam("noticeId") UUID noticeId, @Valid Request body) {
        OptionalLong seen = request.requiredIfMatch();
        return writes.write(body, connection -> {
            var outcome = handle(connection, noticeId, seen, body);
            return Answer.ok(new Notice(noticeId, outcome.state()), outcome.version());
        });
    }

    @GET
    @Path("{noticeId}")
    public Notice get(@PathParam("noticeId") UUID noticeId) {
        throw new NotFound("notice");
    }

    private Aggregates.Outcome<String> handle(Connection connection, UUID noticeId, OptionalLong version, Request body)
            throws SQLException {
        return notices.handle(
                connection,
                request.districtId(),
                noticeId,
                version,
                request.cause(body.occurredAt()),
                new Post(noticeId, body.text()));
    }
}
