package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.PassportJson;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.ledger.Status;
import stemma.lots.Lot;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Holds births, serials, changed passports and judgements against the events that state them. */
final class LotsRetold {
    private final JdbcClient database;
    private final LotTable table;

    LotsRetold(JdbcClient database, LotTable table) {
        this.database = database;
        this.table = table;
    }

    void compare(Retold retold) {
        births(retold);
        judgements(retold);
        passports(retold);
        new SerialsRetold(database).compare(retold);
    }

    /** A birth stands under the number of its last correction; one voided has a row still. */
    private void births(Retold retold) {
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            if (one.effect() == null || retold.correctedBy(one.seq()) != 0) continue;
            for (Birth birth : Facts.births(one.effect())) {
                Portion span = birth.of(one.effect().id());
                should.add(
                        one.seq(),
                        span.first().birth(),
                        span.first().ordinal(),
                        span.last(),
                        birth.quantity().unit().code(),
                        one.effect().circumstances().site().code(),
                        (birth.status() == null ? Status.QUARANTINED : birth.status()).name(),
                        PassportJson.write(birth.passport().withoutSerials()),
                        Lot.isRetained(one.effect()),
                        Lot.retainedOf(one.effect()) instanceof LotId of ? of : "");
            }
        }
        Retold.Rows are = new Retold.Rows();
        database.sql("""
            select born_seq, birth, first_ordinal, last_ordinal, unit, site, status,
                birth_passport, retained,
                coalesce(retained_of || '/' || retained_of_ordinal, '') as retained_of
            from lots.lot where voided_by is null and birth = any(?::uuid[])
            """).param(born(retold)).query(row -> {
            are.add(
                    row.getLong("born_seq"),
                    row.getString("birth"),
                    row.getInt("first_ordinal"),
                    row.getInt("last_ordinal"),
                    row.getString("unit"),
                    row.getString("site"),
                    row.getString("status"),
                    row.getString("birth_passport"),
                    row.getBoolean("retained"),
                    row.getString("retained_of"));
        });
        retold.compareThose("lots.lot", should, are);
    }

    private static String[] born(Retold retold) {
        Set<String> births = new HashSet<>();
        for (Recorded one : retold.events()) {
            if (one.effect() != null && !Facts.births(one.effect()).isEmpty())
                births.add(one.effect().id().toString());
        }
        return births.toArray(String[]::new);
    }

    private void judgements(Retold retold) {
        Set<LotId> judged = new HashSet<>();
        for (Recorded one : retold.events()) {
            if (one.effect() instanceof Event.Judged e)
                e.lots().forEach(lot -> judged.add(lot.first()));
        }
        Map<LotId, Lot> lots = table.byIdEvenVoided(judged);
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            if (!(one.effect() instanceof Event.Judged e)) continue;
            for (Portion portion : new LinkedHashSet<>(e.lots())) {
                Lot lot = lots.get(portion.first());
                should.add(
                        one.seq(),
                        lot == null ? "no lot" : lot.key(),
                        portion.first().ordinal(),
                        portion.last(),
                        e.status().name(),
                        retold.correctedBy(one.seq()));
            }
        }
        Retold.Rows are = new Retold.Rows();
        database.sql("""
            select seq, lot, first_ordinal, last_ordinal, status,
                coalesce(corrected_by, 0) as corrected_by
            from lots.judgement where seq = any(?::bigint[])
            """).param(retold.seqs()).query(row -> {
            are.add(
                    row.getLong("seq"),
                    row.getLong("lot"),
                    row.getInt("first_ordinal"),
                    row.getInt("last_ordinal"),
                    row.getString("status"),
                    row.getLong("corrected_by"));
        });
        retold.compare("lots.judgement", should, are);
    }

    private void passports(Retold retold) {
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            if (one.effect() instanceof Event.PassportChanged e)
                should.add(
                        one.seq(),
                        PassportJson.write(e.passport().withoutSerials()),
                        retold.correctedBy(one.seq()));
        }
        Retold.Rows are = new Retold.Rows();
        database.sql("""
            select seq, passport, coalesce(corrected_by, 0) as corrected_by
            from lots.passport_change where seq = any(?::bigint[])
            """).param(retold.seqs()).query(row -> {
            are.add(row.getLong("seq"), row.getString("passport"), row.getLong("corrected_by"));
        });
        retold.compare("lots.passport_change", should, are);
    }
}
