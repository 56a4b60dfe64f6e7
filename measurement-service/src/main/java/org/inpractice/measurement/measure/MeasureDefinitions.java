package org.inpractice.measurement.measure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What never changes about the measures, remembered once read: the ingest path asks for it with every observation. No
 * other replica needs to be told anything, because nothing here can become wrong.
 */
@Singleton
public class MeasureDefinitions {
    /** Some tens of megabytes; beyond it the memory starts afresh. */
    private static final int MOST_REMEMBERED = 200_000;

    private final Map<MeasureKey, Definition> remembered = new ConcurrentHashMap<>();

    /** A measure of a district; another district's measure of the same id is another measure. */
    public record MeasureKey(String districtId, UUID measureId) {}

    /** What a measure is for life. */
    public record Definition(
            MeasureKind kind, ValueType valueType, BetterDirection direction, PeriodKind period, boolean countsPeople) {
        /** Of a measure that is about to be defined. */
        public static Definition of(MeasureRequests.MeasureDefinition defined) {
            return new Definition(
                    defined.kind(),
                    defined.valueType(),
                    defined.direction(),
                    defined.period(),
                    ValueType.countsPeople(defined.valueType(), defined.countsPeople()));
        }
    }

    /** The definition of a measure already read; null when it has not been read or does not exist. */
    public Definition remembered(MeasureKey key) {
        return remembered.get(key);
    }

    /** The definitions of some measures; those that do not exist are missing. At most one round trip. */
    public Map<MeasureKey, Definition> find(Connection connection, Collection<MeasureKey> keys) throws SQLException {
        Map<MeasureKey, Definition> found = new HashMap<>();
        Set<MeasureKey> unknown = new HashSet<>();
        for (MeasureKey key : keys) {
            Definition definition = remembered.get(key);
            if (definition == null) {
                unknown.add(key);
            } else {
                found.put(key, definition);
            }
        }
        if (!unknown.isEmpty()) {
            Map<MeasureKey, Definition> read = read(connection, unknown);
            if (remembered.size() + read.size() > MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    private static Map<MeasureKey, Definition> read(Connection connection, Set<MeasureKey> keys) throws SQLException {
        Map<MeasureKey, Definition> read = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.district_id, k.measure_id, m.kind, m.value_type, m.direction, m.period, m.counts_people
                from unnest(?, ?::uuid[]) as k(district_id, measure_id)
                cross join lateral (
                    select * from measure
                    where measure.district_id = k.district_id and measure.measure_id = k.measure_id
                    limit 1) m
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(MeasureKey::districtId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(MeasureKey::measureId).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.put(
                            new MeasureKey(row.getString(1), row.getObject(2, UUID.class)),
                            new Definition(
                                    MeasureKind.valueOf(row.getString(3)),
                                    ValueType.valueOf(row.getString(4)),
                                    BetterDirection.valueOf(row.getString(5)),
                                    PeriodKind.valueOf(row.getString(6)),
                                    row.getBoolean(7)));
                }
            }
        }
        return read;
    }
}
