package org.inpractice.measurement.site;

import java.util.List;
import org.inpractice.measurement.site.SiteEvent.SiteRegistered;
import org.inpractice.measurement.site.SiteEvent.SiteRevised;
import org.inpractice.stream.Decider;

/** A site is registered by the first word about it and revised by another; the same word again changes nothing. */
final class SiteDecider implements Decider<Site, Site, SiteEvent> {
    @Override
    public Site initialState() {
        return null;
    }

    @Override
    public List<SiteEvent> decide(Site told, Site site) {
        if (site == null) {
            return List.of(new SiteRegistered(told.siteId(), told.name(), told.closedOn()));
        }
        return site.equals(told) ? List.of() : List.of(new SiteRevised(told.siteId(), told.name(), told.closedOn()));
    }

    @Override
    public Site evolve(Site site, SiteEvent event) {
        return new Site(event.siteId(), event.name(), event.closedOn());
    }
}
