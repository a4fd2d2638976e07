package stemma.lots;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.MasterKey;
import stemma.catalog.Partner;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.identifiers.LotId;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Touches;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens the book of lots for an append: names the locks, reads masters, lots and serials as sets.
 */
final class LotGuard implements Guard {
    private final Catalog catalog;
    private final Lots lots;

    LotGuard(Catalog catalog, Lots lots) {
        this.catalog = catalog;
        this.lots = lots;
    }

    /** A serial block has one lock for all its units, because its ranges split under it. */
    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        Set<LotId> ids = mentioned(events);
        lots.lots(ids).values().forEach(lot -> keys.add("lot:" + lot.id()));
        for (Candidate candidate : events) {
            if (candidate.effect() == null) continue;
            for (Birth birth : Facts.births(candidate.effect())) {
                for (SerialNumber serial : serials(birth)) {
                    keys.add("serial:" + birth.passport().item() + "/" + serial.normal());
                }
            }
        }
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Set<MasterKey> masters = new HashSet<>();
        Set<String> serials = new TreeSet<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect == null) continue;
            masters.add(Site.key(effect.circumstances().site()));
            if (effect instanceof Event.WithPartner e) {
                masters.add(Partner.key(e.partner()));
                if (e.shipTo() != null) masters.add(ShipTo.key(e.partner(), e.shipTo()));
            }
            for (Birth birth : Facts.births(effect)) {
                masters.add(Item.key(birth.passport().item()));
                serials(birth).forEach(s -> serials.add(s.normal()));
            }
            for (Movement movement : Facts.movements(effect)) {
                place(masters, movement.from());
                place(masters, movement.to());
            }
        }
        var found = lots.lots(mentioned(events));
        return new LotBook(
                catalog.masters(masters),
                found,
                lots.judgements(new HashSet<>(found.values())),
                lots.bySerials(serials),
                now);
    }

    private static Set<LotId> mentioned(Collection<Candidate> events) {
        Set<LotId> ids = new TreeSet<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect != null) {
                Touches.lots(effect).forEach(p -> ids.add(p.first()));
            }
            if (candidate.undone() != null) {
                Touches.lots(candidate.undone().effect()).forEach(p -> ids.add(p.first()));
            }
        }
        return ids;
    }

    /** Every unit's serial is checked, so a block asks for as many as it has units. */
    static List<SerialNumber> serials(Birth birth) {
        var serials = birth.passport().serials();
        if (serials == null) return List.of();
        if (!serials.texts().isEmpty()) return serials.texts();
        return java.util.stream.IntStream.range(0, birth.units())
                .mapToObj(serials::at)
                .toList();
    }

    private static void place(Set<MasterKey> masters, Place place) {
        switch (place) {
            case Place.At(var site, var location) -> {
                masters.add(Site.key(site));
                masters.add(Location.key(site, location));
            }
            case Place.OfSupplier(var partner) -> masters.add(Partner.key(partner));
            case Place.OfCustomer(var partner, var _) -> masters.add(Partner.key(partner));
            case Place.InCustody(var partner) -> masters.add(Partner.key(partner));
            case Place.InRun _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.Beyond _ -> {}
        }
    }
}
