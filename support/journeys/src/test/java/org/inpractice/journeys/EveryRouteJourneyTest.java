package org.inpractice.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.journeys.EveryRoute.Answer;
import org.inpractice.journeys.EveryRoute.Route;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks every route of the OpenAPI documents with tokens that do not open it. A route added tomorrow is walked too.
 */
class EveryRouteJourneyTest {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String OURS = "0611111";
    private static final String THEIRS = "0622222";

    private final Services services = Services.running();

    @ParameterizedTest
    @EnumSource
    void without_a_token_every_route_asks_for_one(LocalService service) {
        // when, then
        assertEquals(List.of(), strays(service, everyRoute(service), OURS, null, 401, ""));
    }

    @ParameterizedTest
    @EnumSource
    void an_expired_token_opens_no_route(LocalService service) {
        // given
        String expired = services.installation()
                .tokens()
                .token("ana", List.of(OURS), DevelopmentTokens.ALL_SCOPES, Duration.ofMinutes(-5));

        // when, then
        assertEquals(List.of(), strays(service, everyRoute(service), OURS, expired, 401, ""));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_another_issuer_opens_no_route(LocalService service) {
        // given
        String forged = DevelopmentTokens.generate().token("ana", OURS);

        // when, then
        assertEquals(List.of(), strays(service, everyRoute(service), OURS, forged, 401, ""));
    }

    @ParameterizedTest
    @EnumSource
    void the_token_of_another_district_finds_no_district(LocalService service) {
        // given
        List<Route> ofDistricts =
                everyRoute(service).stream().filter(Route::isOfDistrict).toList();

        // when, then
        assertEquals(
                List.of(),
                strays(
                        service,
                        ofDistricts,
                        OURS,
                        token(THEIRS, DevelopmentTokens.ALL_SCOPES),
                        404,
                        "DISTRICT_NOT_FOUND"));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_without_the_scope_is_told_which_one_is_missing(LocalService service) {
        // given
        List<Route> routes = everyRoute(service);
        List<String> writeScopes = List.of("measures:write", "cycles:write", "learning:write");

        // when
        List<String> strays =
                new ArrayList<>(strays(service, routes, OURS, token(OURS, List.of("profile")), 403, "SCOPE_MISSING"));
        strays.addAll(strays(
                service,
                routes.stream()
                        .filter(route -> route.reads() || route.isForAdministrators())
                        .toList(),
                OURS,
                token(OURS, writeScopes),
                403,
                "SCOPE_MISSING"));
        strays.addAll(strays(
                service,
                routes.stream()
                        .filter(route -> !route.reads() || route.isForAdministrators())
                        .toList(),
                OURS,
                token(OURS, List.of("read", "small-cells")),
                403,
                "SCOPE_MISSING"));

        // then
        assertEquals(List.of(), strays);
    }

    @ParameterizedTest
    @EnumSource
    void no_route_breaks_on_an_empty_body_and_on_ids_that_nothing_has(LocalService service) {
        // given
        EveryRoute every = new EveryRoute(services, service);
        String token = token(OURS, DevelopmentTokens.ALL_SCOPES);

        // when
        List<String> broken = every.routes().stream()
                .filter(route -> !route.path().endsWith("/stream"))
                .map(route -> {
                    Answer answer = every.call(route, OURS, token);
                    return answer.status() >= 500 ? route + " answers " + answer : "";
                })
                .filter(found -> !found.isEmpty())
                .toList();

        // then
        assertEquals(List.of(), broken);
    }

    private List<Route> everyRoute(LocalService service) {
        List<Route> routes = new EveryRoute(services, service).routes();
        assertTrue(routes.size() > 10, () -> "only " + routes + " were found");
        return routes;
    }

    private List<String> strays(
            LocalService service, List<Route> routes, String district, String token, int status, String code) {
        EveryRoute every = new EveryRoute(services, service);
        List<String> strays = new ArrayList<>();
        for (Route route : routes) {
            Answer answer = every.call(route, district, token);
            boolean asPromised = answer.status() == status
                    && (code.isEmpty()
                            || answer.code().equals(code)
                            || route.method().equals("HEAD"));
            if (!asPromised) {
                strays.add(route + " answers " + answer);
            }
        }
        return strays;
    }

    private String token(String district, List<String> scopes) {
        return services.installation().tokens().token("ana", List.of(district), scopes, LIFETIME);
    }
}
