package org.inpractice.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inpractice.stack.LocalService;

/**
 * Every route that a service's OpenAPI document names, each ready to be called: its path parameters are filled with values
 * of the right form, a body goes along where one is asked for.
 */
final class EveryRoute {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI service;

    EveryRoute(Services services, LocalService service) {
        this.service = URI.create("http://127.0.0.1:" + services.port(service));
    }

    /**
     * A route.
     *
     * @param contentType of its body; null when it takes none
     */
    record Route(String method, String path, Map<String, String> parameters, String contentType) {
        boolean isOfDistrict() {
            return path.startsWith("/v1/districts/{districtId}");
        }

        /** Reading is what changes nothing; what is posted for an analysis is not stored. */
        boolean reads() {
            return Set.of("GET", "HEAD").contains(method) || path.startsWith("/v1/analyses/");
        }

        boolean isForAdministrators() {
            return path.startsWith("/v1/admin");
        }

        String in(String district) {
            Matcher parameter = PARAMETER.matcher(path);
            return parameter.replaceAll(found ->
                    found.group(1).equals("districtId") ? district : parameters.getOrDefault(found.group(1), "x1"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What a route answered. */
    record Answer(int status, String contentType, String body) {
        String code() {
            try {
                return JSON.readTree(body).path("code").asText();
            } catch (IOException e) {
                return "no JSON";
            }
        }
    }

    /** All of them. */
    List<Route> routes() {
        try {
            JsonNode document = JSON.readTree(send(HttpRequest.newBuilder(service.resolve("/openapi?format=json")))
                    .body());
            List<Route> routes = new ArrayList<>();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(method -> {
                        if (METHODS.contains(method.getKey())) {
                            routes.add(route(document, path.getKey(), path.getValue(), method));
                        }
                    }));
            return routes;
        } catch (IOException e) {
            throw new AssertionError("the OpenAPI document is no JSON", e);
        }
    }

    private static Route route(JsonNode document, String path, JsonNode ofPath, Map.Entry<String, JsonNode> method) {
        Map<String, String> parameters = new java.util.HashMap<>();
        for (JsonNode list :
                List.of(ofPath.path("parameters"), method.getValue().path("parameters"))) {
            for (JsonNode parameter : list) {
                if (parameter.path("in").asText().equals("path")) {
                    parameters.put(parameter.path("name").asText(), value(document, parameter.path("schema")));
                }
            }
        }
        Set<String> types = new TreeSet<>();
        method.getValue().path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return new Route(
                method.getKey().toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                types.isEmpty() ? null : types.iterator().next());
    }

    private static String value(JsonNode document, JsonNode schema) {
        JsonNode meant =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (meant.path("format").asText().equals("uuid") || meant.has("pattern")) {
            return "0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01";
        }
        return meant.path("type").asText().equals("integer") ? "1" : "x1";
    }

    /**
     * Calls one.
     *
     * @param token null for none
     */
    Answer call(Route route, String district, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(route.in(district)))
                .header("If-Match", "\"1\"")
                .method(
                        route.method(),
                        route.contentType() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (route.contentType() != null) {
            request.header("Content-Type", route.contentType().contains("*") ? "text/plain" : route.contentType());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer from " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
