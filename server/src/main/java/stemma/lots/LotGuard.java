package stemma.lots;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.PassportDate;
import stemma.ledger.Touches;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens the book of lots for an append: names the locks, reads masters, lots and serials as sets.
 */
final class LotGuard implements Guard {
    private static final int SHARES = 64;

    private final Catalog catalog;
    private final Lots lots;

    LotGuard(Catalog catalog, Lots lots) {
        this.catalog = catalog;
        this.lots = lots;
    }

    /**
     * What one event gave birth to has one lock: the units of a block, because its ranges split
     * under it, and lots that came together. So which lots there are need not be read for it. The
     * numbers of an item share a few locks, so that a block of any size takes no more than those.
     */
    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        mentioned(events).forEach(lot -> keys.add(Lots.lock(lot)));
        for (Candidate candidate : events) {
            if (candidate.effect() == null) continue;
            for (Birth birth : Facts.births(candidate.effect())) {
                String item = LotNumber.normal(birth.passport().item().code());
                for (SerialNumber serial : serials(birth)) {
                    int share = Math.floorMod(serial.normal().hashCode(), SHARES);
                    keys.add("serials:" + item + "/" + share);
                }
            }
        }
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        List<Event> effects = new ArrayList<>();
        Set<String> serials = new TreeSet<>();
        List<Portion> expected = new ArrayList<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect == null) continue;
            effects.add(effect);
            for (Birth birth : Facts.births(effect)) {
                serials(birth).forEach(s -> serials.add(s.normal()));
                expected.add(birth.of(effect.id()));
            }
        }
        var found = lots.lots(mentioned(events));
        Set<MasterKey> masters = new HashSet<>(MasterSpelling.named(effects));
        found.values().forEach(lot -> masters.add(Item.key(lot.item())));
        return new LotBook(
                catalog.masters(masters),
                found,
                lots.judgements(new HashSet<>(found.values())),
                lots.latestBySerials(serials),
                expiries(events, found),
                expected,
                now);
    }

    /** Of the lots whose retest a change states without an expiry; what it undoes says nothing. */
    private Map<LotId, PassportDate> expiries(Collection<Candidate> events, Map<LotId, Lot> found) {
        Set<Lot> asked = new HashSet<>();
        List<Long> undone = new ArrayList<>();
        for (Candidate candidate : events) {
            if (candidate.undone() != null) undone.add(candidate.undone().seq());
            if (candidate.effect() instanceof Event.PassportChanged e
                    && e.passport().retest() != null
                    && e.passport().expiry() == null) {
                Lot lot = found.get(e.lot().first());
                if (lot != null) asked.add(lot);
            }
        }
        return lots.lastExpiries(asked, undone);
    }

    private static Set<LotId> mentioned(Collection<Candidate> events) {
        Set<LotId> ids = new TreeSet<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect != null) {
                Touches.lots(effect).forEach(p -> ids.add(p.first()));
                if (effect instanceof Event.Consumed e) {
                    e.inputs().stream()
                            .flatMap(i -> i.into().stream())
                            .forEach(p -> ids.add(p.first()));
                }
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
}
