package org.inpractice.measurement.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.inpractice.measurement.Calls;
import org.inpractice.measurement.disclosure.Attack;
import org.inpractice.measurement.disclosure.CellKey;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner reads all it may, at any time, and works with all of it together. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class PartnerAttackTest {
    private static final List<String> GROUPS = List.of("RA", "RB", "RH");

    /** A cell as an event told it. */
    private record Version(CellKey key, long sequence) {}

    private final Calls district = Calls.ofNewDistrict();
    private final Map<CellKey, Long> truth = new TreeMap<>();
    private final Map<CellKey, String> ids = new HashMap<>();
    private final Map<Version, Long> seen = new HashMap<>();
    private final List<Long> wholeTimes = new ArrayList<>();
    private String measure;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void works_out_no_small_number_from_all_it_may_read(int seed) {
        // given
        Random random = new Random(seed);
        measure = district.measure("outcome", "rate", "decrease", "month");
        int sites = 2 + random.nextInt(2);
        for (int site = 0; site < sites; site++) {
            for (String group : GROUPS) {
                truth.put(new CellKey("s" + site, group), size(random));
            }
        }
        tellAll(random, new TreeMap<>());

        // when
        for (int round = 0; round < 3; round++) {
            Map<CellKey, Long> before = whole();
            CellKey changed = new CellKey("s" + random.nextInt(sites), GROUPS.get(random.nextInt(GROUPS.size())));
            truth.put(changed, size(random));
            tellAll(random, before);
        }
        look();

        // then
        Map<Version, Long> all = versions();
        seen.forEach((version, number) -> assertEquals(all.get(version), number));
        assertEquals(List.of(), leaks(all, seen), () -> told(all));
        Map<Version, Long> notSmall = new HashMap<>(all);
        notSmall.values().removeIf(number -> number < 11);
        boolean anySmall = notSmall.size() < all.size();
        assertTrue(!anySmall || !leaks(all, notSmall).isEmpty(), "the attack finds what the plain rule lets through");
    }

    private static long size(Random random) {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(10) : 11 + random.nextInt(60);
    }

    /** Groups, totals of sites, and the district's own. */
    private Map<CellKey, Long> whole() {
        Map<CellKey, Long> whole = new TreeMap<>(truth);
        truth.forEach((key, number) -> {
            whole.merge(new CellKey(key.siteId(), "all"), number, Long::sum);
            whole.merge(new CellKey(district.district(), key.group()), number, Long::sum);
            whole.merge(new CellKey(district.district(), "all"), number, Long::sum);
        });
        return whole;
    }

    /** Tells what has changed, in any order, looked at now and then. */
    private void tellAll(Random random, Map<CellKey, Long> before) {
        Map<CellKey, Long> changed = whole();
        changed.entrySet().removeAll(before.entrySet());
        List<CellKey> order = new ArrayList<>(changed.keySet());
        Collections.shuffle(order, random);
        for (CellKey key : order) {
            tell(key, changed.get(key));
            if (random.nextInt(12) == 0) {
                look();
            }
        }
        wholeTimes.add(district.call()
                .get(district.path("events?limit=1"))
                .<Number>path("lastSequence")
                .longValue());
        if (random.nextBoolean()) {
            look();
        }
    }

    private void tell(CellKey key, long number) {
        String id = district.post("""
                        {"measureId": "%s", "siteId": "%s", "studentGroup": "%s", "period": "2025-09",
                         "numerator": %d, "denominator": %d}
                        """.formatted(measure, key.siteId(), key.group(), number / 2, number))
                .path("observationId");
        ids.put(key, id);
    }

    /** Reads every series, history and event with a partner's token. */
    private void look() {
        for (CellKey key : new TreeSet<>(ids.keySet())) {
            remember(
                    key,
                    district.call()
                            .get(district.path("measures/%s/series?siteId=%s&studentGroup=%s"
                                    .formatted(measure, key.siteId(), key.group())))
                            .path("items"));
            remember(
                    key,
                    district.call()
                            .get(district.path("observations/" + ids.get(key)))
                            .path("versions"));
        }
        List<Map<String, Object>> events =
                district.call().get(district.path("events?limit=500")).path("events");
        for (Map<String, Object> event : events) {
            @SuppressWarnings("unchecked")
            Map<String, Object> data = (Map<String, Object>) event.get("data");
            if (data.get("denominator") instanceof Number number) {
                seen.put(
                        new Version(
                                new CellKey((String) data.get("siteId"), (String) data.get("studentGroup")),
                                ((Number) event.get("districtseq")).longValue()),
                        number.longValue());
            }
        }
    }

    private void remember(CellKey key, List<Map<String, Object>> told) {
        for (Map<String, Object> one : told) {
            if (one.get("denominator") instanceof Number number) {
                seen.put(new Version(key, ((Number) one.get("districtSeq")).longValue()), number.longValue());
            }
        }
    }

    /** What was really told. */
    private Map<Version, Long> versions() {
        Map<Version, Long> versions = new HashMap<>();
        ids.forEach((key, id) -> {
            List<Map<String, Object>> told = district.with(List.of("read", "small-cells"))
                    .get(district.path("observations/" + id))
                    .path("versions");
            told.forEach(one -> versions.put(
                    new Version(key, ((Number) one.get("districtSeq")).longValue()),
                    ((Number) one.get("denominator")).longValue()));
        });
        return versions;
    }

    /** What happened, event by event, and what of it was seen. */
    private String told(Map<Version, Long> all) {
        return all.entrySet().stream()
                .sorted(Comparator.comparingLong(one -> one.getKey().sequence()))
                .map(one -> "\n" + one + (seen.containsKey(one.getKey()) ? "" : " hidden"))
                .collect(Collectors.joining("", "whole at " + wholeTimes, "\n"));
    }

    private List<String> leaks(Map<Version, Long> all, Map<Version, Long> visible) {
        Attack attack = new Attack();
        all.keySet().forEach(version -> attack.unknown(version.toString(), 1));
        for (long time : wholeTimes) {
            Map<CellKey, Version> state = new TreeMap<>();
            all.keySet().stream()
                    .filter(version -> version.sequence() <= time)
                    .forEach(version -> state.merge(
                            version.key(), version, (one, other) -> one.sequence() > other.sequence() ? one : other));
            for (CellKey total : state.keySet()) {
                if (total.isTotal()) {
                    sum(attack, visible, state, total, true);
                }
                if (total.siteId().equals(district.district())) {
                    sum(attack, visible, state, total, false);
                }
            }
        }
        Map<String, BigInteger> solved = attack.solved();
        return all.entrySet().stream()
                .filter(one -> one.getValue() < 11
                        && BigInteger.valueOf(one.getValue())
                                .equals(solved.get(one.getKey().toString())))
                .map(Object::toString)
                .toList();
    }

    private static void sum(
            Attack attack, Map<Version, Long> visible, Map<CellKey, Version> state, CellKey total, boolean ofGroups) {
        List<Object> parts = new ArrayList<>();
        for (Version version : state.values()) {
            CellKey key = version.key();
            boolean part =
                    ofGroups ? key.siteId().equals(total.siteId()) : key.group().equals(total.group());
            if (part && !key.equals(total)) {
                parts.add(term(visible, version));
            }
        }
        attack.sum(term(visible, state.get(total)), parts);
    }

    private static Object term(Map<Version, Long> visible, Version version) {
        Long number = visible.get(version);
        return number == null ? (Object) version.toString() : number;
    }
}
