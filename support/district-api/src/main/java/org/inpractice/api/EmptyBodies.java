package org.inpractice.api;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is empty or {@code null} is refused before a resource sees it. */
@Provider
public class EmptyBodies implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Problems.of(400, "EMPTY_BODY", "The body is empty", "Send a JSON object as /openapi describes it.");
        }
        return body;
    }
}
