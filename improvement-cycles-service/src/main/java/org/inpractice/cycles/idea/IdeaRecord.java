package org.inpractice.cycles.idea;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.feedback.SaidVerdict;
import org.inpractice.cycles.feedback.Verdicts;

/**
 * What became of an idea where it was tested, the ideas merged into it counted with it.
 *
 * @param cycles how many tests there are, planned ones too
 * @param open how many of them are neither decided nor cancelled
 * @param siteIds where it was or is tested, without the tests of the whole district
 * @param verdicts what the data say of the tests, and of how many
 */
@Schema(name = "ChangeIdeaRecord")
public record IdeaRecord(
        int cycles,
        int open,
        int adopted,
        int adapted,
        int abandoned,
        int cancelled,
        List<String> siteIds,
        SortedMap<String, Integer> verdicts) {
    /** Of some tests, with what was said of them. */
    public static IdeaRecord of(List<IdeaTrial> tests, Map<UUID, SaidVerdict> said) {
        SortedMap<String, Integer> verdicts = new TreeMap<>();
        tests.stream()
                .map(test -> said.get(test.cycleId()))
                .filter(Objects::nonNull)
                .forEach(verdict -> verdicts.merge(verdict.verdict(), 1, Integer::sum));
        int decided = count(tests, "adopt") + count(tests, "adapt") + count(tests, "abandon");
        int cancelled = (int)
                tests.stream().filter(test -> test.state().equals("cancelled")).count();
        return new IdeaRecord(
                tests.size(),
                tests.size() - decided - cancelled,
                count(tests, "adopt"),
                count(tests, "adapt"),
                count(tests, "abandon"),
                cancelled,
                tests.stream()
                        .flatMap(test -> test.siteIds().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                verdicts);
    }

    /** The records of some ideas of a district; every one of them has one. */
    public static Map<UUID, IdeaRecord> of(Connection connection, String districtId, Collection<UUID> ideas, AsOf asOf)
            throws SQLException {
        List<IdeaTrial> tests = IdeaTrials.of(connection, districtId, ideas, asOf);
        Map<UUID, SaidVerdict> said = Verdicts.of(
                connection, districtId, tests.stream().map(IdeaTrial::cycleId).toList(), asOf.instant());
        Map<UUID, List<IdeaTrial>> byIdea = tests.stream().collect(Collectors.groupingBy(IdeaTrial::changeIdeaId));
        Map<UUID, IdeaRecord> records = new HashMap<>();
        ideas.forEach(id -> records.put(id, of(byIdea.getOrDefault(id, List.of()), said)));
        return records;
    }

    private static int count(List<IdeaTrial> tests, String decision) {
        return (int)
                tests.stream().filter(test -> decision.equals(test.decision())).count();
    }
}
