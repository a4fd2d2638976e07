package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;
import stemma.genealogy.Spreading;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Appended;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.util.List;
import java.util.Map;

/** Keeps runs, links and uses of resources; a correction overlays links and never erases them. */
public final class LinkProjection implements Projection {
    private final JdbcClient database;
    private final Lots lots;
    private final Stock stock;
    private final Spreading spreading;

    public LinkProjection(JdbcClient database, Lots lots, Stock stock, Spreading spreading) {
        this.database = database;
        this.lots = lots;
        this.stock = stock;
        this.spreading = spreading;
    }

    @Override
    public void project(Appended appended) {
        List<Recorded> events = appended.events();
        Map<LotId, Lot> known = LotsTouched.by(appended, lots);
        LinkRows rows = new LinkRows(database);
        RunStatements statements = new RunStatements(database);
        for (Recorded recorded : events) {
            statements.add(recorded);
            if (recorded.undone() != null) rows.corrected(recorded.undone().seq(), recorded.seq());
            Event effect = recorded.effect();
            if (effect == null) continue;
            rows.add(recorded, intoKnown(effect, known), portion -> span(known, portion));
            for (Birth birth : Facts.births(effect)) {
                Lot lot = known.get(birth.of(effect.id()).first());
                if (lot != null && lot.isPool()) {
                    rows.addToPool(lot, recorded, effect.circumstances().occurredAt());
                }
            }
        }
        rows.write();
        statements.write();
        new Reviewing(database, lots).after(events, known);
        handOn(events, known);
    }

    @Override
    public void compare(Retold retold) {
        new LinksRetold(database, lots).compare(retold);
    }

    @Override
    public void settle(List<Recorded> events) {
        if (!events.isEmpty()) spreading.afterAppend();
    }

    @Override
    public void settleAll() {
        spreading.all();
    }

    /** An output that was refused after all cuts nothing off: into none of them means into all. */
    private static Event intoKnown(Event event, Map<LotId, Lot> known) {
        if (!(event instanceof Event.Consumed e)) return event;
        List<Input> inputs = e.inputs().stream()
                .map(i -> new Input(
                        i.lot(),
                        i.quantity(),
                        i.catchWeight(),
                        i.from(),
                        i.into().stream()
                                .filter(o -> known.containsKey(o.first()))
                                .toList()))
                .toList();
        return new Event.Consumed(e.circumstances(), e.run(), inputs, e.containers());
    }

    private static Span span(Map<LotId, Lot> known, Portion portion) {
        Lot lot = known.get(portion.first());
        if (lot == null)
            throw new IllegalStateException("a link names " + portion + ", which is no lot");
        return new Span(lot.key(), portion.first().ordinal(), portion.last());
    }

    /** What an append may make a hold reach is marked after it; until then each use is checked. */
    private void handOn(List<Recorded> events, Map<LotId, Lot> known) {
        new HandingOn(database, lots, stock)
                .after(events, known)
                .forEach(hold -> stock.spread(hold.code(), Hold.Spread.SPREADING));
    }
}
