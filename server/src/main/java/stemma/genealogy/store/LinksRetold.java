package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;

import java.math.BigDecimal;
import java.util.Map;

/** Holds the links against the events that state them. */
final class LinksRetold {
    private final JdbcClient database;
    private final Lots lots;

    LinksRetold(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
    }

    void compare(Retold retold) {
        Map<LotId, Lot> known = LotsTouched.of(retold.events(), lots).byId();
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            Event effect = one.effect();
            if (effect == null) continue;
            long by = retold.correctedBy(one.seq());
            int evidence = effect.circumstances().evidence().ordinal();
            for (Link link : Facts.links(effect)) {
                Lot lot = known.get(link.lot().first());
                should.add(
                        one.seq(),
                        side(link),
                        node(link),
                        lot == null ? "no lot" : lot.key(),
                        link.lot().first().ordinal(),
                        link.lot().last(),
                        link.quantity().amount(),
                        evidence,
                        by);
            }
            for (Birth birth : Facts.births(effect)) {
                Lot lot = known.get(birth.of(effect.id()).first());
                if (lot != null && lot.isPool()) pool(should, one.seq(), lot, by);
            }
        }
        retold.compare("genealogy", should, rows(retold));
    }

    private static void pool(Retold.Rows should, long seq, Lot lot, long by) {
        for (String side : new String[] {"fed", "yielded"}) {
            should.add(
                    seq,
                    side,
                    "pool:" + lot.site() + "/" + lot.item(),
                    lot.key(),
                    lot.span().first().ordinal(),
                    lot.span().last(),
                    BigDecimal.ONE,
                    Evidence.DERIVED.ordinal(),
                    by);
        }
    }

    private static String side(Link link) {
        return switch (link) {
            case Link.Fed _ -> "fed";
            case Link.Yielded _ -> "yielded";
            case Link.FilledInto _ -> "fill";
            case Link.DrawnFrom _ -> "draw";
        };
    }

    private static String node(Link link) {
        return switch (link) {
            case Link.Fed fed -> fed.run().code();
            case Link.Yielded yielded -> yielded.run().code();
            case Link.FilledInto filled -> filled.vessel().code();
            case Link.DrawnFrom drawn -> drawn.vessel().code();
        };
    }

    private Retold.Rows rows(Retold retold) {
        Retold.Rows are = new Retold.Rows();
        database.sql("""
            select f.seq, 'fed' as side, r.id as node, f.lot, f.first_ordinal, f.last_ordinal,
                f.quantity, f.evidence, f.corrected_by
            from genealogy.fed f left join genealogy.run r on r.key = f.run
            where f.seq = any(:seqs::bigint[])
            union all
            select y.seq, 'yielded', r.id, y.lot, y.first_ordinal, y.last_ordinal, y.quantity,
                y.evidence, y.corrected_by
            from genealogy.yielded y left join genealogy.run r on r.key = y.run
            where y.seq = any(:seqs::bigint[])
            union all
            select seq, direction, vessel, lot, first_ordinal, last_ordinal, quantity, evidence,
                corrected_by
            from genealogy.vessel_flow
            where direction <> 'empty' and seq = any(:seqs::bigint[])
            """).param("seqs", retold.seqs()).query(row -> {
            are.add(
                    row.getLong("seq"),
                    row.getString("side"),
                    row.getString("node"),
                    row.getLong("lot"),
                    row.getInt("first_ordinal"),
                    row.getInt("last_ordinal"),
                    row.getBigDecimal("quantity"),
                    row.getInt("evidence"),
                    row.getLong("corrected_by"));
        });
        return are;
    }
}
