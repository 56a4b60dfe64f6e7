package org.inpractice.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.inpractice.stack.DistrictClient;
import org.inpractice.stack.LocalService;
import org.inpractice.stack.LocalStackException;
import org.inpractice.stack.SampleTour;

/**
 * Shows the main job: the feedback of a cycle that worked, of one that did not, of one that harmed something else and of one
 * that had no steady baseline; and the way of the events behind the first two.
 */
public final class Demonstration {
    private final Seam seam;
    private final SampleTour tour;
    private final Consumer<String> say;

    /** Of a loaded sample district. */
    public Demonstration(DistrictClient client, String bootstrapServers, SampleTour tour, Consumer<String> say) {
        this.seam = new Seam(client, new TopicSearch(bootstrapServers));
        this.tour = tour;
        this.say = say;
    }

    /** Shows all; fails when a verdict is not the one that the data calls for, or the report used another event. */
    public void show() {
        showAll("A cycle that worked", tour.successfulCycle(), "improved");
        showAll("A cycle that did not", tour.failedCycle(), "worsened");
        show("A cycle that improved one thing and harmed another", tour.harmfulCycle(), "improved_at_expense");
        show("A cycle without a steady baseline", tour.unsteadyCycle(), "unstable_baseline");
    }

    /** The feedback, and the way of what is behind it. */
    private void showAll(String title, String cycleId, String expected) {
        JsonNode feedback = show(title, cycleId, expected);
        outcomeObservation(cycleId, feedback);
        cycleStart(cycleId, feedback);
    }

    private JsonNode show(String title, String cycleId, String expected) {
        JsonNode feedback = seam.read(LocalService.MEASUREMENT, "cycles/" + cycleId + "/feedback");
        heading(title + ": " + feedback.path("changeIdea").asText());
        say.accept("GET …/cycles/" + cycleId + "/feedback");
        indent(FeedbackText.lines(feedback));
        String verdict = feedback.path("verdict").asText();
        if (!verdict.equals(expected)) {
            throw new LocalStackException(
                    "The verdict on cycle " + cycleId + " is " + verdict + ", which its data does not say.");
        }
        return feedback;
    }

    /** The last observation behind the verdict, in REST, stream, topic and read model. */
    private void outcomeObservation(String cycleId, JsonNode feedback) {
        JsonNode outcome = outcome(feedback);
        JsonNode used = outcome.path("lastObservation");
        String period = used.path("period").asText();
        String series = "measures/" + outcome.path("measureId").asText() + "/series?limit=500&siteId="
                + outcome.path("siteId").asText() + "&studentGroup="
                + feedback.path("studentGroup").asText();
        String observationId = "";
        for (JsonNode point : seam.read(LocalService.MEASUREMENT, series).path("items")) {
            if (point.path("period").asText().equals(period)) {
                observationId = point.path("observationId").asText();
            }
        }
        say.accept("");
        say.accept("The outcome's last observation, " + period + ", from hand to hand");
        Seam.Event event =
                seam.lastEvent(LocalService.MEASUREMENT, "observation/" + observationId, "improvement.observation.");
        indent(seam.way(LocalService.MEASUREMENT, "observations/" + observationId, event));
        mustBeUsed(cycleId, event.id().equals(used.path("eventId").asText()), event);
        indent(List.of("read model  the feedback's last observation is event " + event.id() + ", in its range "
                + feedback.path("fromSequence").asText() + " to "
                + feedback.path("toSequence").asText()));
    }

    private void cycleStart(String cycleId, JsonNode feedback) {
        say.accept("");
        say.accept("The start of the cycle, which measurement-service knows from the topic alone");
        Seam.Event event =
                seam.lastEvent(LocalService.IMPROVEMENT_CYCLES, "cycle/" + cycleId, "improvement.cycle.started.");
        indent(seam.way(LocalService.IMPROVEMENT_CYCLES, "cycles/" + cycleId, event));
        JsonNode range = feedback.path("cyclesStream");
        long from = range.path("fromSequence").asLong();
        long to = range.path("toSequence").asLong();
        mustBeUsed(cycleId, from <= event.sequence() && event.sequence() <= to, event);
        indent(List.of("read model  the feedback used the cycles' stream from " + from + " to " + to
                + ", and so the start on " + feedback.path("startedOn").asText()));
    }

    private static void mustBeUsed(String cycleId, boolean used, Seam.Event event) {
        if (!used) {
            throw new LocalStackException("The feedback of cycle " + cycleId + " did not use the event " + event.id()
                    + " (" + event.type() + ", sequence " + event.sequence() + ").");
        }
    }

    private static JsonNode outcome(JsonNode feedback) {
        for (JsonNode measure : feedback.path("measures")) {
            if (measure.path("role").asText().equals("outcome")) {
                return measure;
            }
        }
        throw new LocalStackException("The feedback names no outcome measure: " + feedback);
    }

    private void heading(String text) {
        say.accept("");
        say.accept(text);
        say.accept("=".repeat(Math.min(text.length(), 100)));
    }

    private void indent(List<String> lines) {
        lines.forEach(line -> say.accept("  " + line));
    }
}
