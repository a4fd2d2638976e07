package stemma.receiving.web;

import stemma.catalog.Catalog;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.SiteCode;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The day it is, and the zone by whose days a site counts. */
final class Today {
    private final Catalog catalog;
    private final InstantSource clock;
    private final ZoneId zone;

    Today(Catalog catalog, InstantSource clock, ZoneId zone) {
        this.catalog = catalog;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate at() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Returns the zone of a site, that of the house where there is no such site. */
    ZoneId zone(String site) {
        try {
            SiteCode code = new SiteCode(site);
            var known = catalog.sites(List.of(code)).get(code);
            return known == null ? zone : known.zone();
        } catch (MalformedIdentifier noSite) {
            return zone;
        }
    }
}
