package org.inpractice.measurement.site;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The registers of all districts: keeps them, and says which sites may not tell anything. */
@Singleton
@Startup
public class Sites {
    private final Aggregates<Site, Site, SiteEvent> sites;
    private final Aggregates<Boolean, Boolean, RegisterEvent> registers;

    @Inject
    Sites(DistrictStream stream, ReadModels readModels) {
        EventCodec<SiteEvent> siteCodec = new EventCodec<>(SiteEvent.class);
        SiteProjection siteProjection = new SiteProjection();
        sites = new Aggregates<>(stream, "site", siteCodec, new SiteDecider(), siteProjection);
        readModels.own("sites", siteCodec, siteProjection);
        EventCodec<RegisterEvent> registerCodec = new EventCodec<>(RegisterEvent.class);
        RegisterProjection registerProjection = new RegisterProjection();
        registers = new Aggregates<>(stream, "site-register", registerCodec, new RegisterDecider(), registerProjection);
        readModels.own("site-registers", registerCodec, registerProjection);
    }

    /** A site of a district. */
    public record SiteKey(String districtId, String siteId) {}

    /**
     * Why a site may not tell of a day.
     *
     * @param closedOn its last day; null when the complete register does not name the site
     */
    public record Bar(LocalDate closedOn) {}

    /** Whether a register is complete, and its version. */
    record Register(boolean complete, long version) {}

    /**
     * Tells of a site.
     *
     * @param seen the version the caller has seen; 0 for a site that is not registered
     * @return the version after it
     */
    long tell(Connection connection, String districtId, OptionalLong seen, Append.Cause cause, Site site)
            throws SQLException {
        return sites.handle(connection, districtId, id("site", districtId, site.siteId()), seen, cause, site)
                .version();
    }

    Register register(Connection connection, String districtId) throws SQLException {
        Aggregates.Outcome<Boolean> register = registers.load(connection, districtId, id("register", districtId, ""));
        return new Register(register.state(), register.version());
    }

    Register complete(Connection connection, String districtId, OptionalLong seen, Append.Cause cause, boolean complete)
            throws SQLException {
        Aggregates.Outcome<Boolean> register =
                registers.handle(connection, districtId, id("register", districtId, ""), seen, cause, complete);
        return new Register(register.state(), register.version());
    }

    /**
     * Those of some sites that may not tell of every day: not registered though the register is complete, or closed. In one
     * round trip. A district's own id is no site and always may.
     */
    public Map<SiteKey, Bar> barred(Connection connection, Collection<SiteKey> keys) throws SQLException {
        Map<SiteKey, Bar> barred = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.district_id, k.site_id, s.closed_on
                from unnest(?, ?) as k(district_id, site_id)
                left join site s on s.district_id = k.district_id and s.site_id = k.site_id
                where k.site_id <> k.district_id and (s.closed_on is not null or s.site_id is null
                    and exists (select from site_register r where r.district_id = k.district_id))
                """)) {
            List<SiteKey> asked = List.copyOf(keys);
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", asked.stream().map(SiteKey::districtId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", asked.stream().map(SiteKey::siteId).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    barred.put(
                            new SiteKey(row.getString(1), row.getString(2)),
                            new Bar(row.getObject(3, LocalDate.class)));
                }
            }
        }
        return barred;
    }

    /** A site's stream is found by its id and the district's. */
    private static UUID id(String kind, String districtId, String siteId) {
        return UUID.nameUUIDFromBytes((kind + '\n' + districtId + '\n' + siteId).getBytes(StandardCharsets.UTF_8));
    }
}
