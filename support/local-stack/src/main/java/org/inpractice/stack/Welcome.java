package org.inpractice.stack;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.stack.sample.SampleDistrict;

/** What stands on the terminal when everything runs: where it is, and lines to paste. */
final class Welcome {
    private final StackFolder folder;
    private final LocalStack stack;
    private final List<String> lines = new ArrayList<>();

    private Welcome(StackFolder folder, LocalStack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    /** The lines, with the sample's when it is loaded (else null). */
    static List<String> lines(StackFolder folder, LocalStack stack, SampleTour tour) {
        Welcome welcome = new Welcome(folder, stack);
        welcome.addresses();
        welcome.token();
        if (tour != null) {
            welcome.tour(tour);
        }
        welcome.lines.add("");
        welcome.lines.add("Everything runs; logs are in " + folder.root().resolve("logs") + ". Ctrl-C stops it.");
        return welcome.lines;
    }

    private void addresses() {
        lines.add("");
        for (LocalService service : LocalService.values()) {
            lines.add("%-27s %s   API documentation %s/swagger-ui"
                    .formatted(service.serviceName(), stack.address(service), stack.address(service)));
        }
        lines.add("%-27s %s".formatted("Kafka", stack.bootstrapServers()));
        lines.add("%-27s %s".formatted("PostgreSQL", stack.jdbcUrls()));
    }

    private void token() {
        lines.add("");
        lines.add("A token for the sample district " + SampleDistrict.ID + ", also from ./dev token:");
        lines.add("");
        lines.add(StackFolder.read(folder.token()));
    }

    private void tour(SampleTour tour) {
        lines.add("");
        lines.add("Paste one of these:");
        paste(
                "Did the cycle of early calls move its outcome?",
                get(LocalService.MEASUREMENT, "cycles/" + tour.successfulCycle() + "/feedback"));
        paste(
                "And the one of assemblies?",
                get(LocalService.MEASUREMENT, "cycles/" + tour.failedCycle() + "/feedback"));
        paste(
                "One that improved at the expense of something else",
                get(LocalService.MEASUREMENT, "cycles/" + tour.harmfulCycle() + "/feedback"));
        paste(
                "One that had nothing steady to be compared with",
                get(LocalService.MEASUREMENT, "cycles/" + tour.unsteadyCycle() + "/feedback"));
        paste(
                "The chart of that outcome as a picture; open chart.svg in a browser",
                "curl -sS -o chart.svg " + authorization() + " -H 'Accept: image/svg+xml' "
                        + quoted(url(
                                LocalService.MEASUREMENT,
                                "measures/" + tour.outcomeMeasure() + "/chart?siteId=" + tour.site())));
        paste("Is the method really practised?", get(LocalService.IMPROVEMENT_CYCLES, "fidelity"));
        paste(
                "Which decisions do today's data contradict?",
                get(LocalService.IMPROVEMENT_CYCLES, "decisions?standing=contradicted"));
        paste(
                "Were teams right as often as they were sure? Open reliability.svg in a browser",
                "curl -sS -o reliability.svg " + authorization() + " -H 'Accept: image/svg+xml' "
                        + quoted(url(LocalService.IMPROVEMENT_CYCLES, "calibration")));
        paste(
                "The method step by step, as a page; open method.html in a browser",
                "curl -sS -o method.html " + authorization() + " -H 'Accept: text/html' "
                        + quoted(stack.address(LocalService.IMPROVEMENT_CYCLES) + "/v1/method"));
        paste(
                "Why that cycle: the driver diagram of its aim as a picture; open drivers.svg in a browser",
                "curl -sS -o drivers.svg " + authorization() + " -H 'Accept: image/svg+xml' "
                        + quoted(url(LocalService.IMPROVEMENT_CYCLES, "aims/" + tour.aim() + "/driver-diagram")));
        paste(
                "What is missing in the theory: no owner, no measure, nobody tests it",
                get(LocalService.IMPROVEMENT_CYCLES, "orphans"));
        paste(
                "What may be tried, why it may work, and what became of it",
                get(LocalService.IMPROVEMENT_CYCLES, "change-ideas"));
        paste(
                "Do leaders review as often as they said, and how long do barriers stand?",
                get(LocalService.IMPROVEMENT_CYCLES, "leadership-report?to=2025-06-30"));
        paste("Who leads without help?", get(LocalService.IMPROVEMENT_CYCLES, "capacity/leaders"));
        paste("Which idea first?", get(LocalService.IMPROVEMENT_CYCLES, "idea-ranking?untestedFirst=true"));
        paste("What has stalled, and what does it wait for?", get(LocalService.IMPROVEMENT_CYCLES, "portfolio/board"));
        paste("Who carries what?", get(LocalService.IMPROVEMENT_CYCLES, "portfolio/people"));
        paste(
                "What of the state's file was refused, and why",
                get(LocalService.MEASUREMENT, "imports/" + tour.imported() + "/rejections"));
        paste(
                "Record one more month of the outcome (again: corrected, or unchanged)",
                post(LocalService.MEASUREMENT, "observations", """
                        {"measureId":"%s","siteId":"%s","period":"2025-09","numerator":70,"denominator":405}""".formatted(tour.outcomeMeasure(), tour.site())));
        paste("Report a near-failure", post(LocalService.LEARNING_LOG, "failures", """
                        {"kind":"near_failure","whatHappened":"The bus list was a week old.","happenedAt":"2025-09-02T14:00:00Z",\
                        "impact":"None, the driver called.","keptFromWorse":"A careful driver."}"""));
        paste(
                "What do the data ask to look into? Each prompt shows the events behind it",
                get(LocalService.LEARNING_LOG, "prompts?state=open"));
        paste(
                "What was learned about charts, with a typing error",
                get(LocalService.LEARNING_LOG, "search?q=monthly%20chrat"));
        paste(
                "What may help with a cycle, and why",
                get(LocalService.LEARNING_LOG, "lessons?like=cycle:" + tour.successfulCycle()));
        paste(
                "What went wrong for want of translation, and what was learned from it",
                get(LocalService.LEARNING_LOG, "reviews?factor=translation"));
        paste(
                "The district's last events of all three services",
                get(LocalService.LEARNING_LOG, "history?order=desc&limit=5"));
        history();
    }

    private void history() {
        paste(
                "What happened in the spring of 2025, as a page; open digest.html in a browser (or Accept: text/markdown)",
                "curl -sS -o digest.html " + authorization() + " -H 'Accept: text/html' "
                        + quoted(url(LocalService.LEARNING_LOG, "history/digest?from=2025-01-01&to=2025-06-30")));
        paste(
                "All events as they arrive, from the first one on; Ctrl-C ends it",
                "curl -sS -N " + authorization() + " "
                        + quoted(url(LocalService.LEARNING_LOG, "history/stream?after=0")));
        paste(
                "Counts and hashes by which a partner proves that it has them all",
                get(LocalService.LEARNING_LOG, "history/reconciliation"));
    }

    private void paste(String why, String line) {
        lines.add("");
        lines.add("# " + why);
        lines.add(line);
    }

    private String get(LocalService service, String path) {
        return "curl -sS -w '\\n' " + authorization() + " " + quoted(url(service, path));
    }

    private String post(LocalService service, String path, String body) {
        return "curl -sS -i -w '\\n' " + authorization() + " -H 'Content-Type: application/json' -d " + quoted(body)
                + " " + quoted(url(service, path));
    }

    private String url(LocalService service, String path) {
        return stack.address(service) + "/v1/districts/" + SampleDistrict.ID + "/" + path;
    }

    private String authorization() {
        return "-H \"Authorization: Bearer $(cat " + quoted(folder.token().toString()) + ")\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
