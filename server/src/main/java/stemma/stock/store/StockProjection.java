package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.CanonicalJson;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Projection;
import stemma.ledger.Reach;
import stemma.ledger.ReachJson;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;
import stemma.stock.Hold;
import stemma.stock.HoldsOnLots;
import stemma.stock.Marked;
import stemma.stock.Rebooking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Keeps movements, balances, unit ranges, containers, shipments and holds, in the append's
 * transaction.
 */
public final class StockProjection implements Projection {
    private final JdbcClient database;
    private final Lots lots;
    private final StockTable table;
    private final Function<Collection<Lot>, HoldsOnLots> holdsOn;

    /** Projects; {@code holdsOn} says which holds reach lots wherever they stand. */
    public StockProjection(
            JdbcClient database,
            Lots lots,
            StockTable table,
            Function<Collection<Lot>, HoldsOnLots> holdsOn) {
        this.database = database;
        this.lots = lots;
        this.table = table;
        this.holdsOn = holdsOn;
    }

    @Override
    public void project(Appended appended) {
        List<Recorded> events = appended.events();
        Map<LotId, Lot> known = LotsTouched.by(appended, lots);
        Balances balances = new Balances(database);
        MovementRows rows = new MovementRows(database);
        for (Recorded recorded : asTheyWent(events)) {
            if (recorded.undone() != null) rows.corrected(recorded.undone().seq(), recorded.seq());
            Rebooking rebooking = Rebooking.of(recorded.candidate(), known::get);
            rebooking.reroutes().forEach(r -> balances.reroute(get(known, r.units()), r));
            rebooking.moves().forEach(m -> balances.move(get(known, m.lot()), m));
            write(rows, recorded, known);
        }
        rows.write();
        balances.write();
        new Leaving(lots, table, new PlaceTable(database, lots), new ContainerTable(database))
                .mark(events);
        new ContainerSteps(database).project(events);
        new ShipmentRows(database).project(events);
        for (Recorded recorded : events) projectOther(recorded);
    }

    @Override
    public void compare(Retold retold) {
        new StockRetold(database, lots).compare(retold);
    }

    /** A unit is first brought to where its event then takes it from; sums know no such order. */
    private static List<Recorded> asTheyWent(List<Recorded> events) {
        List<Recorded> order = new ArrayList<>(events.size());
        int parent = 0;
        for (Recorded recorded : events) {
            if (recorded.event() instanceof Event.Adjusted a
                    && a.cause() == AdjustmentCause.ELSEWHERE
                    && a.circumstances().follows() != null) {
                order.add(parent, recorded);
                parent++;
                continue;
            }
            if (recorded.event().circumstances().follows() == null) parent = order.size();
            order.add(recorded);
        }
        return order;
    }

    private static void write(MovementRows rows, Recorded recorded, Map<LotId, Lot> known) {
        if (recorded.effect() == null) return;
        int line = 0;
        for (Movement movement : Facts.movements(recorded.effect())) {
            rows.add(recorded.seq(), line++, get(known, movement.lot()), movement);
        }
    }

    private static Lot get(Map<LotId, Lot> known, Portion lot) {
        return java.util.Objects.requireNonNull(known.get(lot.first()));
    }

    private void projectOther(Recorded recorded) {
        if (recorded.undone() != null) undoOther(recorded.undone().effect(), recorded);
        Event effect = recorded.effect();
        if (effect == null) return;
        switch (effect) {
            case Event.Held held -> hold(held, recorded);
            case Event.HoldLifted lifted ->
                database.sql("update stock.hold set lifted_seq = ?"
                                + " where code = ? and lifted_seq is null")
                        .params(recorded.seq(), lifted.hold().code())
                        .update();
            case Event.Split split -> parted(List.of(split.from().lot()), split);
            case Event.Merged merged ->
                parted(merged.from().stream().map(l -> l.lot()).toList(), merged);
            case Event.Returned e -> parted(e.lines().stream().map(l -> l.of()).toList(), e);
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> {}
        }
    }

    private void undoOther(Event ended, Recorded by) {
        long seq = by.undone() == null ? 0 : by.undone().seq();
        switch (ended) {
            case Event.Held held -> {
                database.sql("delete from stock.mark where hold = ?")
                        .param(held.hold().code())
                        .update();
                database.sql("delete from stock.hold where code = ?")
                        .param(held.hold().code())
                        .update();
            }
            case Event.HoldLifted lifted ->
                database.sql("""
                                update stock.hold
                                   set lifted_seq = null, spread = 'spreading', since_seq = ?
                                 where code = ? and lifted_seq = ?
                                """).params(by.seq(), lifted.hold().code(), seq).update();
            case Event.Shipped _ ->
                database.sql("update stock.shipment set corrected_by = ? where seq = ?")
                        .params(by.seq(), seq)
                        .update();
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> {}
        }
    }

    private void hold(Event.Held held, Recorded recorded) {
        Reason reason = held.circumstances().reason();
        Reach reach = held.reach();
        database.sql("""
                insert into stock.hold (code, seq, reach, reach_kind, descent, reason, actor, site,
                    held_from, recorded_at, spread, since_seq)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?)
                """)
                .params(
                        held.hold().code(),
                        recorded.seq(),
                        new String(
                                CanonicalJson.bytes(ReachJson.write(reach)),
                                StandardCharsets.UTF_8),
                        reach.getClass().getSimpleName(),
                        held.descent().name(),
                        reason == null ? "" : (reason.code() + " " + reason.text()).strip(),
                        recorded.author().actor().code(),
                        held.circumstances().site().code(),
                        held.circumstances().occurredAt().from().toString(),
                        recorded.recordedAt().toString(),
                        StockTable.word(Hold.Spread.SPREADING),
                        recorded.seq())
                .update();
    }

    /**
     * What is parted from held material is held: it takes over every mark and every hold by name.
     */
    private void parted(List<Portion> from, Event event) {
        Map<LotId, Lot> sources = lots.lots(from.stream().map(Portion::first).toList());
        Map<LotId, Lot> born = lots.lots(
                Facts.births(event).stream().map(b -> b.of(event.id()).first()).toList());
        HoldsOnLots holds = holdsOn.apply(new HashSet<>(sources.values()));
        Map<String, Hold> reaching = new TreeMap<>();
        sources.values()
                .forEach(s -> holds.on(s).forEach(h -> reaching.put(h.code().code(), h)));
        for (Hold hold : reaching.values()) {
            table.mark(
                    hold.code(),
                    born.values().stream()
                            .map(l -> new Marked(
                                    l.key(),
                                    l.span().first().ordinal(),
                                    l.span().last()))
                            .toList());
        }
    }
}
