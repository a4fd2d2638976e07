package stemma.intake;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.SiteCode;
import stemma.journal.WorldClock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the drafts of one request or one batch of a file arrived, and the time zones of the sites
 * that they name: each asked for once, when it is needed.
 */
final class Arrival {
    private final Catalog catalog;
    private final WorldClock clock;
    private final Map<SiteCode, ZoneId> zones = new HashMap<>();
    private @Nullable Instant moment;
    private @Nullable Optional<SiteCode> onlySite;

    Arrival(Catalog catalog, WorldClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    Instant moment() {
        if (moment == null) moment = clock.now();
        return moment;
    }

    /** Returns the site of a draft that names none: the only one there is. */
    Optional<SiteCode> onlySite() {
        if (onlySite == null) onlySite = catalog.onlySite().map(Site::code);
        return onlySite;
    }

    /** Returns the zone of the site; UTC where there is no such site. */
    ZoneId zone(SiteCode code) {
        return zones.computeIfAbsent(code, asked -> {
            Site site = catalog.sites(List.of(asked)).get(asked);
            return site == null ? ZoneId.of("UTC") : site.zone();
        });
    }
}
