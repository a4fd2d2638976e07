package stemma.ledger.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;

import java.util.function.ToLongFunction;

/** Holds the search copies of events, and which corrects which, against the events. */
final class EventsRetold {
    private final JdbcClient database;

    EventsRetold(JdbcClient database) {
        this.database = database;
    }

    void compare(Retold retold, ToLongFunction<EventId> numbers) {
        Retold.Rows should = new Retold.Rows();
        for (Recorded one : retold.events()) {
            var c = one.event().circumstances();
            long corrects = one.event() instanceof Event.Corrected e
                    ? numbers.applyAsLong(e.corrects())
                    : 0;
            should.add(
                    one.seq(),
                    c.id(),
                    EventJson.kind(one.event()),
                    c.site().code(),
                    c.occurredAt().from(),
                    c.violations().size(),
                    corrects);
        }
        Retold.Rows are = new Retold.Rows();
        database.sql("""
            select e.seq, e.id, e.kind, e.site, e.occurred_from,
                cardinality(e.violations) as violations,
                coalesce(c.corrected_seq, 0) as corrects
            from ledger.event e left join ledger.correction c on c.by_seq = e.seq
            where e.seq = any(?::bigint[])
            """).param(retold.seqs()).query(row -> {
            are.add(
                    row.getLong("seq"),
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("site"),
                    row.getTimestamp("occurred_from").toInstant(),
                    row.getInt("violations"),
                    row.getLong("corrects"));
        });
        retold.compare("ledger.event", should, are);
    }
}
