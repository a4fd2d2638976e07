package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Catalog;
import stemma.catalog.Country;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.MasterKey;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.quantity.Unit;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The masters of the scene. What a scenario names without having declared it is defined on first
 * use, as the trade would expect; a code written with a question mark before it is never defined.
 */
final class Cast {
    static final String UNDEFINED = "?";
    static final SiteCode MAIN = new SiteCode("MAIN");
    private static final Author PLANNER =
            new Author(new ActorId("planner"), "scenario", "scenario");
    private static final Country COUNTRY = new Country("NL");
    private final Catalog catalog;
    private final Set<MasterKey> known = new HashSet<>();

    Cast(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Defines a master as declared; returns what the catalog refuses, if it does. */
    List<String> declare(Master master) {
        known.add(master.key());
        return switch (catalog.amend(Amendment.of(List.of(master), "declared"), PLANNER)) {
            case AmendmentAnswer.Amended _ -> List.of();
            case AmendmentAnswer.Refused refused ->
                refused.refusals().stream().map(r -> "refused " + r.code()).toList();
        };
    }

    private void define(MasterKey key, Master master) {
        if (known.contains(key)) return;
        List<String> refused = declare(master);
        if (!refused.isEmpty())
            throw new Unclear(key + " cannot be defined on first use: " + refused);
    }

    ItemCode item(String word, Unit unit) {
        ItemCode code = new ItemCode(bare(word));
        if (isDefined(word)) define(Item.key(code), Item.of(code, code.code(), unit, Tracking.LOT));
        return code;
    }

    /** Returns the item as the catalog has it, if it does. */
    @Nullable
    Item find(ItemCode code) {
        return catalog.items(List.of(code)).get(code);
    }

    Catalog catalog() {
        return catalog;
    }

    SiteCode site(String word) {
        SiteCode code = new SiteCode(bare(word));
        if (isDefined(word)) {
            define(Site.key(code), Site.of(code, code.code(), COUNTRY, ZoneOffset.UTC));
        }
        return code;
    }

    ZoneId zone(SiteCode code) {
        Site site = catalog.sites(List.of(code)).get(code);
        return site == null ? ZoneOffset.UTC : site.zone();
    }

    LocationCode location(SiteCode site, String word) {
        LocationCode code = new LocationCode(bare(word));
        if (isDefined(word) && known.contains(Site.key(site))) {
            define(Location.key(site, code), Location.of(site, code, code.code()));
        }
        return code;
    }

    PartnerCode partner(String word) {
        PartnerCode code = new PartnerCode(bare(word));
        if (isDefined(word)) {
            define(
                    Partner.key(code),
                    Partner.of(
                            code,
                            code.code(),
                            COUNTRY,
                            PartnerRole.SUPPLIER,
                            PartnerRole.CUSTOMER));
        }
        return code;
    }

    ShipToCode shipTo(PartnerCode partner, String word) {
        ShipToCode code = new ShipToCode(bare(word));
        if (isDefined(word) && known.contains(Partner.key(partner))) {
            define(
                    ShipTo.key(partner, code),
                    ShipTo.of(partner, code, code.code(), code.code(), COUNTRY));
        }
        return code;
    }

    ResourceCode resource(String word, ResourceKind kind) {
        ResourceCode code = new ResourceCode(bare(word));
        if (isDefined(word)) {
            define(Resource.key(code), Resource.of(code, code.code(), kind, site(MAIN.code())));
        }
        return code;
    }

    private static boolean isDefined(String word) {
        return !word.startsWith(UNDEFINED);
    }

    private static String bare(String word) {
        return word.startsWith(UNDEFINED) ? word.substring(1) : word;
    }
}
