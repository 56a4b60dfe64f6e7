package org.inpractice.learning.history;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.inpractice.api.Problems;
import org.inpractice.learning.history.HistoryFilter.Aggregate;
import org.inpractice.learning.history.HistoryFilter.Order;

/** Which events somebody wants, as query parameters; a bad one is a problem that names it. */
public class EventQuery {
    private static final int MOST_FILTERS = 50;
    private static final int LONGEST_ACTOR = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    @Parameter(
            description = "Wire types; a name that ends in .* takes all that begin so. May be repeated.",
            example = "improvement.cycle.*")
    @QueryParam("type")
    List<String> types;

    @Parameter(description = "Services. May be repeated.", example = "measurement-service")
    @QueryParam("source")
    List<String> sources;

    @Parameter(description = "One aggregate, as type/id.", example = "cycle/01992f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f")
    @QueryParam("aggregate")
    String aggregate;

    @Parameter(
            description = "Who caused it: the subject of a token, or the name of a service, letter by letter.",
            example = "garfield-team")
    @QueryParam("actor")
    String actor;

    /** What the parameters say, of any time. */
    public HistoryFilter filter() {
        return filter(null, null, null, Order.ASC);
    }

    HistoryFilter filter(Instant begin, Instant end, Instant known, Order order) {
        List<String> exact = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (String type : names("type", types, ".*")) {
            if (type.endsWith(".*")) {
                prefixes.add(type.substring(0, type.length() - 1));
            } else {
                exact.add(type);
            }
        }
        return new HistoryFilter(
                exact, prefixes, names("source", sources, ""), aggregate(), actor(), begin, end, known, order);
    }

    private static List<String> names(String parameter, List<String> values, String ending) {
        for (String value : values) {
            String name = value.endsWith(ending) ? value.substring(0, value.length() - ending.length()) : value;
            if (values.size() > MOST_FILTERS || !NAME.matcher(name).matches()) {
                throw Problems.invalid(
                        parameter,
                        parameter.equals("type")
                                ? "Send up to 50 types, for example improvement.cycle.started.v1 or improvement.cycle.*."
                                : "Send up to 50 services, for example measurement-service.");
            }
        }
        return values;
    }

    private String actor() {
        if (actor != null && (actor.isBlank() || actor.length() > LONGEST_ACTOR || actor.indexOf('\0') >= 0)) {
            throw Problems.invalid("actor", "Send the actor of an event, up to 200 characters.");
        }
        return actor;
    }

    private Aggregate aggregate() {
        if (aggregate == null) {
            return null;
        }
        int slash = aggregate.indexOf('/');
        if (slash > 0 && NAME.matcher(aggregate.substring(0, slash)).matches()) {
            try {
                return new Aggregate(aggregate.substring(0, slash), UUID.fromString(aggregate.substring(slash + 1)));
            } catch (IllegalArgumentException e) {
                // Said below.
            }
        }
        throw Problems.invalid("aggregate", "Send type/id, for example cycle/01992f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f.");
    }
}
