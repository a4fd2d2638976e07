package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.journal.CanonicalJson;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.ReachJson;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Holds movements and holds against the events that brought, set and lifted them. */
final class StockRetold {
    private final JdbcClient database;
    private final Lots lots;

    StockRetold(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
    }

    void compare(Retold retold) {
        movements(retold);
        holds(retold);
        lifted(retold);
    }

    private void movements(Retold retold) {
        Map<LotId, Lot> known = LotsTouched.of(retold.events(), lots).byId();
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            if (one.effect() == null) continue;
            int line = 0;
            for (Movement movement : Facts.movements(one.effect())) {
                Lot lot = known.get(movement.lot().first());
                should.add(
                        one.seq(),
                        line++,
                        lot == null ? "no lot" : lot.key(),
                        movement.lot().first().ordinal(),
                        movement.lot().last(),
                        movement.quantity().amount(),
                        movement.catchWeight() == null
                                ? "-"
                                : movement.catchWeight().amount(),
                        movement.from().text(),
                        movement.to().text(),
                        retold.correctedBy(one.seq()));
            }
        }
        Retold.Rows are = new Retold.Rows();
        database.sql("""
            select seq, line, lot, first_ordinal, last_ordinal, quantity, catch_weight, source,
                target, coalesce(corrected_by, 0) as corrected_by
            from stock.movement where seq = any(?::bigint[])
            """).param(retold.seqs()).query(row -> {
            are.add(
                    row.getLong("seq"),
                    row.getInt("line"),
                    row.getLong("lot"),
                    row.getInt("first_ordinal"),
                    row.getInt("last_ordinal"),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("catch_weight") == null
                            ? "-"
                            : row.getBigDecimal("catch_weight"),
                    row.getString("source"),
                    row.getString("target"),
                    row.getLong("corrected_by"));
        });
        retold.compare("stock.movement", should, are);
    }

    /** A hold that a correction took back is not there; its mark on the record is the event. */
    private void holds(Retold retold) {
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            if (!(one.effect() instanceof Event.Held held) || isEnded(retold, one)) continue;
            should.add(
                    one.seq(),
                    held.hold().code(),
                    held.descent().name(),
                    "as the record says",
                    new String(
                            CanonicalJson.bytes(ReachJson.write(held.reach())),
                            StandardCharsets.UTF_8));
        }
        Retold.Rows are = new Retold.Rows();
        database.sql("select * from stock.hold where seq = any(?::bigint[])")
                .param(retold.seqs())
                .query(row -> {
                    are.add(
                            row.getLong("seq"),
                            row.getString("code"),
                            row.getString("descent"),
                            stands(retold, row),
                            row.getString("reach"));
                });
        retold.compare("stock.hold", should, are);
    }

    private static String stands(Retold retold, ResultSet row) throws SQLException {
        long since = row.getLong("since_seq");
        boolean isSet = since == row.getLong("seq")
                || retold.event(since)
                        .filter(other -> other.event() instanceof Event.Corrected)
                        .isPresent();
        if (!isSet) return "in force since no entry";
        return isLiftedBy(retold, row.getString("code"), row.getLong("lifted_seq"))
                ? "as the record says"
                : "lifted by no entry";
    }

    /** Whoever lifts a hold in the table alone has no event that did. */
    private static boolean isLiftedBy(Retold retold, String code, long seq) {
        return seq == 0
                || retold.event(seq)
                        .filter(other -> other.effect() instanceof Event.HoldLifted lifted
                                && lifted.hold().code().equals(code))
                        .isPresent();
    }

    /**
     * A lift shows on the hold that was in force when it was told, and on no hold that was put in
     * force since: nobody signed that this one be lifted.
     */
    private void lifted(Retold retold) {
        Map<String, Standing> standing = new HashMap<>();
        Retold.Rows are = new Retold.Rows();
        database.sql("select code, since_seq, lifted_seq from stock.hold where code = any(?)")
                .param(lifts(retold))
                .query(row -> {
                    standing.put(
                            row.getString("code"),
                            new Standing(row.getLong("since_seq"), row.getLong("lifted_seq")));
                });
        database.sql("select lifted_seq, code from stock.hold where lifted_seq = any(?::bigint[])")
                .param(retold.seqs())
                .query(row -> {
                    are.add(row.getLong("lifted_seq"), row.getString("code"));
                });
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            if (!(one.effect() instanceof Event.HoldLifted lifted) || isEnded(retold, one))
                continue;
            Standing hold = standing.get(lifted.hold().code());
            if (hold != null && hold.shows(one.seq()))
                should.add(one.seq(), lifted.hold().code());
        }
        retold.compare("stock.hold lifted", should, are);
    }

    /**
     * Since which entry a hold is in force, and which lifted it; 0 where none has. The correction
     * of a lift puts the hold in force, and what it puts in the place of the lift may lift it
     * again.
     */
    private record Standing(long since, long lifted) {
        boolean shows(long lift) {
            boolean isEarlierLifted = lifted >= since && lifted < lift;
            return lift >= since && !isEarlierLifted;
        }
    }

    private static String[] lifts(Retold retold) {
        return retold.events().stream()
                .filter(one -> one.effect() instanceof Event.HoldLifted)
                .map(one -> ((Event.HoldLifted) one.effect()).hold().code())
                .distinct()
                .toArray(String[]::new);
    }

    private static boolean isEnded(Retold retold, Recorded one) {
        return retold.correctedBy(one.seq()) != 0;
    }
}
