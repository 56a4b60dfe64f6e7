package org.inpractice.measurement.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layouts of files: those that come with the service, and those that a district described. */
@Singleton
class ImportProfiles {
    private static final List<String> BUILT_IN =
            List.of("california-chronic-absenteeism", "california-dashboard-chronic");

    private final Map<String, ImportProfile> builtIn = new LinkedHashMap<>();
    private final Clock clock;

    @Inject
    ImportProfiles(ObjectMapper mapper, Clock clock) {
        this.clock = clock;
        for (String name : BUILT_IN) {
            try (InputStream json = ImportProfiles.class.getResourceAsStream("/import-profiles/" + name + ".json")) {
                builtIn.put(name, mapper.readValue(json, ImportProfile.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those that come with the service. */
    List<ImportProfile> builtIn() {
        return List.copyOf(builtIn.values());
    }

    boolean isBuiltIn(String name) {
        return builtIn.containsKey(name);
    }

    /** The newest version of a district's profile of a name, or the one that comes with the service. */
    Optional<ImportProfile> find(Connection connection, String districtId, String name) throws SQLException {
        if (builtIn.containsKey(name) || districtId == null) {
            return Optional.ofNullable(builtIn.get(name));
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                select profile from import_profile where district_id = ? and name = ? order by version desc limit 1
                """)) {
            statement.setString(1, districtId);
            statement.setString(2, name);
            return profiles(statement).stream().findFirst();
        }
    }

    /** A district's own, by name. */
    List<ImportProfile> ofDistrict(Connection connection, String districtId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select distinct on (name) profile from import_profile where district_id = ? order by name, version desc
                """)) {
            statement.setString(1, districtId);
            return profiles(statement);
        }
    }

    /** Keeps a profile as the newest version of its name; returns the version. */
    int store(Connection connection, String districtId, String actor, ImportProfile profile) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into import_profile (district_id, name, version, profile, changed_by, changed_at)
                select ?, ?, coalesce(max(version), 0) + 1, ?::json, ?, ? from import_profile
                where district_id = ? and name = ?
                returning version
                """)) {
            statement.setString(1, districtId);
            statement.setString(2, profile.name());
            statement.setString(3, ImportTable.json(profile));
            statement.setString(4, actor);
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(6, districtId);
            statement.setString(7, profile.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<ImportProfile> profiles(PreparedStatement statement) throws SQLException {
        List<ImportProfile> profiles = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                profiles.add(ImportTable.profile(row.getString(1)));
            }
        }
        return profiles;
    }
}
