package stemma.lots;

import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.MasterKey;
import stemma.catalog.Masters;
import stemma.catalog.Partner;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Spelling;

import java.util.HashSet;
import java.util.Set;

/** Codes of masters as the catalog spells them; a code that it does not know stays as it is. */
final class MasterSpelling extends Spelling {
    private final Masters masters;

    MasterSpelling(Masters masters) {
        this.masters = masters;
    }

    /** Returns the keys of all masters that the events name. */
    static Set<MasterKey> named(Iterable<Event> events) {
        Naming naming = new Naming();
        events.forEach(naming::of);
        return naming.keys;
    }

    @Override
    protected PartnerCode partner(PartnerCode code) {
        return masters.partner(code).map(Partner::code).orElse(code);
    }

    @Override
    protected ShipToCode shipTo(PartnerCode partner, ShipToCode code) {
        return masters.shipTo(partner, code).map(ShipTo::code).orElse(code);
    }

    @Override
    protected SiteCode site(SiteCode code) {
        return masters.site(code).map(Site::code).orElse(code);
    }

    @Override
    protected LocationCode location(SiteCode site, LocationCode code) {
        return masters.location(site, code).map(Location::code).orElse(code);
    }

    @Override
    protected ItemCode item(ItemCode code) {
        return masters.item(code).map(Item::code).orElse(code);
    }

    /** Changes no code, and takes note of each. */
    private static final class Naming extends Spelling {
        private final Set<MasterKey> keys = new HashSet<>();

        @Override
        protected PartnerCode partner(PartnerCode code) {
            keys.add(Partner.key(code));
            return code;
        }

        @Override
        protected ShipToCode shipTo(PartnerCode partner, ShipToCode code) {
            keys.add(ShipTo.key(partner, code));
            return code;
        }

        @Override
        protected SiteCode site(SiteCode code) {
            keys.add(Site.key(code));
            return code;
        }

        @Override
        protected LocationCode location(SiteCode site, LocationCode code) {
            keys.add(Location.key(site, code));
            return code;
        }

        @Override
        protected ItemCode item(ItemCode code) {
            keys.add(Item.key(code));
            return code;
        }
    }
}
