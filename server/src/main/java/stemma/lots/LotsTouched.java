package stemma.lots;

import stemma.identifiers.LotId;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Recorded;
import stemma.ledger.Touches;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lots that the events of an append name, and the blocks of the units, as they are once their
 * births are written; a voided lot too, since what undoes it must still find it.
 */
public record LotsTouched(Map<LotId, Lot> byId) {
    /** Returns them; read once for an append. */
    public static Map<LotId, Lot> by(Appended appended, Lots lots) {
        return appended.shared(LotsTouched.class, events -> read(events, lots)).byId();
    }

    /** Returns those that other events name. */
    public static LotsTouched of(List<Recorded> events, Lots lots) {
        return read(events, lots);
    }

    private static LotsTouched read(List<Recorded> events, Lots lots) {
        Set<LotId> ids = new HashSet<>();
        for (Recorded recorded : events) {
            if (recorded.effect() != null) add(recorded.effect(), ids);
            if (recorded.undone() != null) add(recorded.undone().effect(), ids);
        }
        return new LotsTouched(lots.lotsEvenVoided(ids));
    }

    private static void add(Event effect, Set<LotId> ids) {
        Touches.lots(effect).forEach(p -> ids.add(p.first()));
        for (Link link : Facts.links(effect)) {
            ids.add(link.lot().first());
            if (link instanceof Link.Fed fed) fed.into().forEach(p -> ids.add(p.first()));
        }
    }
}
