package org.inpractice.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What every service's OpenAPI document says; the title is the service's own. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Improvement in Practice",
                        version = "1",
                        license = @License(name = "Apache-2.0"),
                        description = "Every path below /v1/districts/{districtId} needs a bearer token whose districts"
                                + " claim names the district. Errors are problem documents (RFC 9457)."
                                + " Creating requests honour Idempotency-Key for 30 days;"
                                + " answers about one thing carry an ETag that If-Match takes."),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public class ApiDescription extends Application {}
