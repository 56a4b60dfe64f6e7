package org.inpractice.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.inpractice.stream.Refusal;
import org.inpractice.stream.SqlErrors;
import org.inpractice.stream.StaleVersionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Everything that can go wrong in a request, as a problem document that names the field and the remedy. */
public class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final int FIRST = 1;

    @Inject
    DistrictRequest request;

    /** A rule refused the command. */
    @ServerExceptionMapper(priority = FIRST)
    public Response refused(Refusal refusal) {
        return response(of(refusal));
    }

    /** The problem of a refusal, for answers that carry one an item. */
    public static HttpProblem of(Refusal refusal) {
        int status = switch (refusal.rule().kind()) {
            case INVALID -> 400;
            case CONFLICT -> 409;
            case NOT_FOUND -> 404;
        };
        HttpProblem.Builder problem =
                Problems.builder(status, refusal.rule().name(), refusal.rule().title(), refusal.getMessage());
        if (refusal.field() != null) {
            problem.with("field", refusal.field());
        }
        return problem.build();
    }

    /** No token. */
    @ServerExceptionMapper(priority = FIRST)
    public Response noToken(UnauthorizedException missing) {
        return unauthorized("TOKEN_MISSING", "Send a bearer token: Authorization: Bearer …");
    }

    /** A token that does not verify. */
    @ServerExceptionMapper(priority = FIRST)
    public Response badToken(AuthenticationFailedException refused) {
        return unauthorized(
                "TOKEN_REFUSED", "Get a new token: this one has expired, or was not issued for this service.");
    }

    private static Response unauthorized(String code, String remedy) {
        return Response.fromResponse(response(Problems.of(401, code, "Who are you?", remedy)))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** What the request names does not exist here. */
    @ServerExceptionMapper(priority = FIRST)
    public Response notFound(NotFound missing) {
        return response(Problems.of(404, "NOT_FOUND", "Not found", missing.getMessage()));
    }

    /** Somebody else was faster. */
    @ServerExceptionMapper(priority = FIRST)
    public Response stale(StaleVersionException stale) {
        return response(
                request.ifMatch().isPresent()
                        ? Problems.of(
                                412,
                                "VERSION_IS_STALE",
                                "It has changed since you read it",
                                "Read it again, look at what changed, and send the new ETag as If-Match.")
                        : Problems.of(
                                409,
                                "TOO_MANY_WRITERS",
                                "Others keep changing it",
                                "Several requests change this at the same moment; send yours again."));
    }

    /** The database is away (503, try again) or answered with an error of ours (500). */
    @ServerExceptionMapper(priority = FIRST)
    public Response store(StoreException failed) {
        if (SqlErrors.isTransient(failed)) {
            LOG.warnf("the database does not answer: %s", failed.getMessage());
            return Response.fromResponse(response(Problems.of(
                            503,
                            "STORE_UNAVAILABLE",
                            "The database does not answer",
                            "Send the request again in a moment, with the same Idempotency-Key if it had one.")))
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .build();
        }
        LOG.error("the database refused a statement", failed);
        return response(Problems.of(
                500,
                "INTERNAL_ERROR",
                "We made a mistake",
                "Nothing was written. The log of this service has the details under the request's trace id."));
    }

    /** A property nobody knows: named, with those that are known. */
    @ServerExceptionMapper(priority = FIRST)
    public Response unknownProperty(UnrecognizedPropertyException unknown) {
        return response(JsonProblems.of(unknown));
    }

    /** A value of the wrong type. */
    @ServerExceptionMapper(priority = FIRST)
    public Response wrongFormat(InvalidFormatException wrong) {
        return response(JsonProblems.of(wrong));
    }

    /** A value of the wrong shape. */
    @ServerExceptionMapper(priority = FIRST)
    public Response wrongShape(MismatchedInputException wrong) {
        return response(JsonProblems.of(wrong));
    }

    /** Not JSON, too deep, or with endless numbers. */
    @ServerExceptionMapper(priority = FIRST)
    public Response notJson(JsonProcessingException broken) {
        return response(JsonProblems.of(broken));
    }

    /** What the framework refuses, with the JSON reader's reason when it has one. */
    @ServerExceptionMapper(priority = FIRST)
    public Response framework(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return response(JsonProblems.of(json));
        }
        Response response = refused.getResponse();
        if (response.hasEntity()) {
            return response;
        }
        return response(
                switch (response.getStatus()) {
                    case 404 -> Problems.of(404, "NOT_FOUND", "Not found", "Look at the paths in /openapi.");
                    case 405 ->
                        Problems.of(
                                405, "METHOD_NOT_ALLOWED", "Not with this method", "Look at the paths in /openapi.");
                    case 406 -> Problems.of(406, "NOT_ACCEPTABLE", "Not in this format", "Accept application/json.");
                    case 413 -> tooLarge();
                    case 415 ->
                        Problems.of(
                                415,
                                "UNSUPPORTED_MEDIA_TYPE",
                                "Not in this format",
                                "Send Content-Type: application/json.");
                    default ->
                        Problems.of(
                                response.getStatus(),
                                "REQUEST_REFUSED",
                                response.getStatusInfo().getReasonPhrase(),
                                "Look at the description of this path in /openapi.");
                });
    }

    static HttpProblem tooLarge() {
        return Problems.of(
                413,
                "BODY_TOO_LARGE",
                "The request is too large",
                "Send it in several requests, at most 1,000 items each.");
    }

    private static Response response(HttpProblem problem) {
        return problem.toResponse();
    }
}
