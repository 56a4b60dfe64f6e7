package org.inpractice.cycles.method;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The method's guidance over REST: of no district, for everybody with a token that may read. */
@Path("/v1/method")
@Tag(name = "Method", description = "What each step asks for and why, every refusal, templates, an exemplary cycle.")
public class MethodResource {
    private static final MediaType MARKDOWN = MediaType.valueOf("text/markdown");
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, MARKDOWN)
            .build();

    private final MethodGuide guide = MethodGuide.read();

    /** The guidance. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "text/markdown"})
    @Operation(
            summary = "The method, step by step",
            description = "Accept: text/html or text/markdown answers a page to read.")
    @APIResponse(
            responseCode = "200",
            description = "The guidance",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MethodGuide.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/markdown", schema = @Schema(implementation = String.class))
            })
    public Response method(@Context Request accept) {
        Variant form = accept.selectVariant(FORMS);
        MediaType type = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        Object body = guide;
        if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            body = MethodPages.html(guide);
        } else if (type.isCompatible(MARKDOWN)) {
            body = MethodPages.markdown(guide);
        }
        return Response.ok(body, type.withCharset("utf-8"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .build();
    }
}
