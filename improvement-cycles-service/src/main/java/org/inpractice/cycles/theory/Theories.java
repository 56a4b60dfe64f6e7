package org.inpractice.cycles.theory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inpractice.api.NotFound;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.aim.AgreedAim;
import org.inpractice.cycles.aim.Aim;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.driver.Driver;
import org.inpractice.cycles.driver.DriverTree;
import org.inpractice.cycles.driver.Drivers;
import org.inpractice.cycles.idea.IdeaLibrary;
import org.inpractice.cycles.idea.IdeaLibrary.Entry;
import org.inpractice.cycles.idea.IdeaRecord;
import org.inpractice.cycles.idea.IdeaTrial;
import org.inpractice.cycles.idea.IdeaTrials;
import org.inpractice.cycles.theory.DriverDiagram.AimNode;
import org.inpractice.cycles.theory.DriverDiagram.DriverNode;
import org.inpractice.cycles.theory.DriverDiagram.IdeaNode;
import org.inpractice.cycles.theory.DriverDiagram.MeasureNode;

/** Puts the diagram of an aim together. */
@Singleton
class Theories {
    private final Aims aims;
    private final Drivers drivers;

    @Inject
    Theories(Aims aims, Drivers drivers) {
        this.aims = aims;
        this.drivers = drivers;
    }

    DriverDiagram diagram(Connection connection, String districtId, UUID aimId, AsOf asOf) throws SQLException {
        Aim aim = aims.one(connection, districtId, aimId, asOf).orElseThrow(() -> new NotFound("aim"));
        List<UUID> parts = aims.withMerged(connection, districtId, aimId, asOf);
        DriverTree tree = drivers.tree(connection, districtId, aimId, asOf);
        Map<UUID, String> measures = measures(connection, districtId, asOf);
        Ideas ideas = Ideas.read(connection, districtId, asOf);
        List<DriverNode> primary = nodes(tree, null, measures, ideas);
        Set<UUID> shown = primary.stream().flatMap(Theories::ideasUnder).collect(Collectors.toSet());
        List<IdeaNode> others = ideas.testedFor(parts).stream()
                .filter(id -> !shown.contains(id))
                .map(ideas::node)
                .flatMap(Optional::stream)
                .toList();
        List<UUID> mergedFrom =
                parts.stream().filter(part -> !part.equals(aimId)).toList();
        return new DriverDiagram(node(aim, mergedFrom, measures), primary, others);
    }

    /** The names of the measures that measurement-service has told of. */
    static Map<UUID, String> measures(Connection connection, String districtId, AsOf asOf) throws SQLException {
        Map<UUID, String> names = new HashMap<>();
        new Select("select measure_id, name from told_measure where district_id = ?", districtId)
                .when(asOf.instant(), "and known_from <= ?")
                .rows(connection, row -> names.put(row.getObject(1, UUID.class), row.getString(2)));
        return names;
    }

    private static AimNode node(Aim aim, List<UUID> mergedFrom, Map<UUID, String> measures) {
        AgreedAim agreed = aim.agreed();
        return new AimNode(
                agreed.aimId(),
                agreed.statement(),
                aim.state(),
                new MeasureNode(agreed.measureId(), measures.get(agreed.measureId())),
                agreed.direction(),
                agreed.baseline(),
                agreed.target(),
                agreed.by(),
                agreed.owner(),
                aim.mergedInto(),
                mergedFrom);
    }

    private static List<DriverNode> nodes(DriverTree tree, UUID parentId, Map<UUID, String> measures, Ideas ideas) {
        return tree.under(parentId).stream()
                .map(driver -> node(tree, driver, parentId, measures, ideas))
                .toList();
    }

    private static DriverNode node(
            DriverTree tree, Driver driver, UUID parentId, Map<UUID, String> measures, Ideas ideas) {
        return new DriverNode(
                driver.driverId(),
                driver.name(),
                parentId == null ? "primary" : "secondary",
                driver.driver().description(),
                driver.driver().owner(),
                tree.measures(driver).stream()
                        .map(id -> new MeasureNode(id, measures.get(id)))
                        .toList(),
                nodes(tree, driver.driverId(), measures, ideas),
                tree.ideas(driver).stream()
                        .map(ideas::standing)
                        .distinct()
                        .map(ideas::node)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Stream<UUID> ideasUnder(DriverNode driver) {
        return Stream.concat(
                driver.changeIdeas().stream().map(IdeaNode::changeIdeaId),
                driver.drivers().stream().flatMap(Theories::ideasUnder));
    }

    /** The ideas of a district with their trials, a merged one's under the idea it was merged into. */
    private record Ideas(Map<UUID, Entry> entries, Map<UUID, List<IdeaTrial>> trials) {
        static Ideas read(Connection connection, String districtId, AsOf asOf) throws SQLException {
            Map<UUID, Entry> entries = IdeaLibrary.all(connection, districtId, asOf).stream()
                    .collect(Collectors.toMap(Entry::changeIdeaId, Function.identity()));
            Ideas empty = new Ideas(entries, Map.of());
            return new Ideas(
                    entries,
                    IdeaTrials.all(connection, districtId, asOf).stream()
                            .collect(Collectors.groupingBy(trial -> empty.standing(trial.changeIdeaId()))));
        }

        UUID standing(UUID id) {
            UUID standing = id;
            Entry entry = entries.get(standing);
            while (entry != null && entry.idea() != null && entry.idea().mergedInto() != null) {
                standing = entry.idea().mergedInto();
                entry = entries.get(standing);
            }
            return standing;
        }

        Set<UUID> testedFor(List<UUID> aimIds) {
            Set<UUID> ids = new LinkedHashSet<>();
            trials.forEach((id, tests) -> {
                if (tests.stream().anyMatch(trial -> trial.aimId() != null && aimIds.contains(trial.aimId()))) {
                    ids.add(id);
                }
            });
            return ids.stream().sorted().collect(Collectors.toCollection(LinkedHashSet::new));
        }

        Optional<IdeaNode> node(UUID id) {
            IdeaRecord tested = IdeaRecord.of(trials.getOrDefault(id, List.of()), Map.of());
            return Optional.ofNullable(entries.get(id))
                    .map(entry -> new IdeaNode(
                            id,
                            entry.title(),
                            entry.state(),
                            tested.cycles(),
                            tested.open(),
                            tested.adopted(),
                            tested.adapted(),
                            tested.abandoned()));
        }
    }
}
