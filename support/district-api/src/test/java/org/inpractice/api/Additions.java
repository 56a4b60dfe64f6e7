package org.inpractice.api;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** An analysis, to knock at its door: it stores nothing. */
@Path("/v1/analyses/sum")
public class Additions {
    @POST
    public int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
