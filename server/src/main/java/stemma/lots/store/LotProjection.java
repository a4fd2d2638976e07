package stemma.lots.store;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Appended;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Passport;
import stemma.ledger.PassportJson;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.ledger.Serials;
import stemma.ledger.Status;
import stemma.lots.Lives;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the tables of lots: births, changed passports, judgements, and what corrections make of
 * them.
 */
public final class LotProjection implements Projection {
    private final JdbcClient database;
    private final Catalog catalog;
    private final LotTable table;

    public LotProjection(JdbcClient database, Catalog catalog, LotTable table) {
        this.database = database;
        this.catalog = catalog;
        this.table = table;
    }

    @Override
    public void project(Appended appended) {
        List<Recorded> events = appended.events();
        List<Born> born = new ArrayList<>();
        List<Recorded> singly = new ArrayList<>();
        JudgementRows judgements = new JudgementRows(database, table);
        for (Recorded recorded : events) {
            Event effect = recorded.effect();
            if (recorded.event() instanceof Event.Corrected) {
                singly.add(recorded);
                continue;
            }
            if (effect == null) continue;
            ending(effect, recorded.seq(), born);
            for (Birth birth : Facts.births(effect)) {
                born.add(new Born(birth.of(effect.id()), birth, effect, recorded.seq()));
            }
            switch (effect) {
                case Event.Judged judged -> judgements.add(judged, recorded);
                case Event.PassportChanged _ -> singly.add(recorded);
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
                        Event.Shipped _,
                        Event.Delivered _,
                        Event.Returned _,
                        Event.ReturnedToSupplier _,
                        Event.Scrapped _,
                        Event.Destroyed _,
                        Event.Held _,
                        Event.HoldLifted _,
                        Event.Identified _,
                        Event.Corrected _ -> {}
            }
        }
        insert(born);
        judgements.write();
        singly.forEach(this::projectOne);
    }

    @Override
    public void compare(Retold retold) {
        new LotsRetold(database, table).compare(retold);
    }

    private void insert(List<Born> born) {
        if (born.isEmpty()) return;
        Set<ItemCode> codes = new TreeSet<>();
        born.forEach(b -> codes.add(b.birth().passport().item()));
        insertNumbers(born, new LotRows(database).insert(born, catalog.items(codes)));
    }

    private void insertNumbers(List<Born> born, Map<LotId, Long> keys) {
        LotNumbers numbers = new LotNumbers(database);
        for (Born b : born) {
            long key = requireNonNull(keys.get(b.span().first()));
            numbers.addExternal(key, b.birth().passport());
            numbers.addSerials(key, b.birth());
        }
        numbers.write();
    }

    /** Units born in this append must be in their table before their life can end. */
    private void ending(Event effect, long seq, List<Born> born) {
        List<Portion> ended = Lives.endedBy(effect);
        if (ended.isEmpty()) return;
        insert(born);
        born.clear();
        for (Portion units : ended) {
            database.sql("""
                    update lots.serial s set ended_by = ?
                    from lots.lot l
                    where l.key = s.lot and l.birth = ?::uuid and s.ordinal between ? and ?
                    """)
                    .params(
                            seq,
                            units.first().birth().toString(),
                            units.first().ordinal(),
                            units.last())
                    .update();
        }
    }

    /** Units keep their numbers unless the replacement gives them others. */
    private void reserial(long key, Born b) {
        Serials serials = b.birth().passport().serials();
        List<String> before =
                database.sql("""
                select text from lots.serial where lot = ? order by ordinal
                """).param(key).query((row, _) -> row.getString(1)).list();
        List<String> after = new ArrayList<>();
        for (int i = 0; serials != null && i < b.birth().units(); i++) {
            after.add(serials.at(i).text());
        }
        if (before.equals(after)) return;
        database.sql("delete from lots.serial where lot = ?").param(key).update();
        LotNumbers numbers = new LotNumbers(database);
        numbers.addSerials(key, b.birth());
        numbers.write();
    }

    private void projectOne(Recorded recorded) {
        if (recorded.undone() != null) undo(recorded.undone().effect(), recorded);
        Event effect = recorded.effect();
        if (effect == null) return;
        switch (effect) {
            case Event.Judged judged -> {
                JudgementRows judgements = new JudgementRows(database, table);
                judgements.add(judged, recorded);
                judgements.write();
            }
            case Event.PassportChanged changed -> changePassport(changed, recorded);
            case Event.Consumed _, Event.Destroyed _ ->
                ending(effect, recorded.seq(), new ArrayList<>());
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
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
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.Corrected _ -> {
                if (recorded.event() instanceof Event.Corrected) rebirth(effect, recorded);
            }
        }
    }

    private void changePassport(Event.PassportChanged changed, Recorded recorded) {
        LotId id = changed.lot().first();
        Lot lot = table.byId(List.of(id)).get(id);
        if (lot == null) return;
        database.sql("""
                insert into lots.passport_change (lot, passport, seq, occurred_from)
                values (?, ?, ?, ?::timestamptz)
                """)
                .params(
                        lot.key(),
                        PassportJson.write(changed.passport().withoutSerials()),
                        recorded.seq(),
                        changed.circumstances().occurredAt().from().toString())
                .update();
        refresh(lot.key());
    }

    /** The passport in force is the last change that stands, or that of the birth. */
    private void refresh(long key) {
        Passport passport = PassportJson.read(
                database.sql("""
                select coalesce(
                    (select c.passport from lots.passport_change c
                     where c.lot = l.key and c.corrected_by is null
                     order by c.occurred_from desc, c.seq desc limit 1), l.birth_passport)
                from lots.lot l where l.key = ?
                """).param(key).query(String.class).single());
        database.sql("""
                update lots.lot set item = ?, number = ?, number_normal = ?, passport = ?, expiry = ?::date
                where key = ?
                """)
                .params(Arrays.asList(
                        passport.item().code(),
                        passport.number().text(),
                        passport.number().normal(),
                        PassportJson.write(passport),
                        passport.expiry() == null
                                ? null
                                : passport.expiry().lastDay().toString(),
                        key))
                .update();
        database.sql("delete from lots.external where lot = ?").param(key).update();
        LotNumbers numbers = new LotNumbers(database);
        numbers.addExternal(key, passport);
        numbers.write();
    }

    private void undo(Event ended, Recorded by) {
        switch (ended) {
            case Event.Judged _ ->
                database.sql("update lots.judgement set corrected_by = ? where seq = ?")
                        .params(by.seq(), by.undone() == null ? 0 : by.undone().seq())
                        .update();
            case Event.PassportChanged changed -> {
                LotId id = changed.lot().first();
                database.sql("update lots.passport_change set corrected_by = ? where seq = ?")
                        .params(by.seq(), by.undone() == null ? 0 : by.undone().seq())
                        .update();
                Lot lot = table.byId(List.of(id)).get(id);
                if (lot != null) refresh(lot.key());
            }
            case Event.Consumed _, Event.Destroyed _ ->
                database.sql("update lots.serial set ended_by = null where ended_by = ?")
                        .param(by.undone() == null ? 0 : by.undone().seq())
                        .update();
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
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
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.Corrected _ -> {
                Set<Integer> kept = ordinals(by.effect());
                for (Birth birth : Facts.births(ended)) {
                    if (!kept.contains(birth.ordinal())) voidBirth(ended, birth, by.seq());
                }
            }
        }
    }

    private static Set<Integer> ordinals(@Nullable Event effect) {
        Set<Integer> ordinals = new HashSet<>();
        if (effect != null) Facts.births(effect).forEach(b -> ordinals.add(b.ordinal()));
        return ordinals;
    }

    private void voidBirth(Event event, Birth birth, long by) {
        database.sql("update lots.lot set voided_by = ?"
                        + " where birth = ?::uuid and first_ordinal = ?")
                .params(by, event.id().toString(), birth.ordinal())
                .update();
    }

    /** A birth that is replaced keeps its identity and takes the passport of the replacement. */
    private void rebirth(Event effect, Recorded by) {
        List<Born> missing = new ArrayList<>();
        for (Birth birth : Facts.births(effect)) {
            Portion span = birth.of(effect.id());
            LotId of = Lot.retainedOf(effect);
            int found = database.sql("""
                    update lots.lot set last_ordinal = ?, status = ?, born_seq = ?, voided_by = null,
                        birth_passport = ?, born_from = ?::timestamptz, born_to = ?::timestamptz,
                        retained = ?, retained_of = ?::uuid, retained_of_ordinal = ?
                    where birth = ?::uuid and first_ordinal = ?
                    """)
                    .params(Arrays.asList(
                            span.last(),
                            (birth.status() == null ? Status.QUARANTINED : birth.status()).name(),
                            by.seq(),
                            PassportJson.write(birth.passport().withoutSerials()),
                            effect.circumstances().occurredAt().from().toString(),
                            effect.circumstances().occurredAt().to().toString(),
                            Lot.isRetained(effect),
                            of == null ? null : of.birth().toString(),
                            of == null ? null : of.ordinal(),
                            effect.id().toString(),
                            birth.ordinal()))
                    .update();
            if (found == 0) missing.add(new Born(span, birth, effect, by.seq()));
            else {
                long key = requireNonNull(table.byId(List.of(span.first())).get(span.first()))
                        .key();
                refresh(key);
                reserial(key, new Born(span, birth, effect, by.seq()));
            }
        }
        insert(missing);
    }
}
