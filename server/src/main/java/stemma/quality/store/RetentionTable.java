package stemma.quality.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.quality.Retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps until when retained samples were said to be kept; nothing said is ever changed. */
public final class RetentionTable {
    private final JdbcClient database;

    public RetentionTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns what was said last of each of the lots; of some nothing may be. */
    public Map<LotId, Retention.Said> last(Collection<LotId> lots) {
        Map<LotId, Retention.Said> last = new HashMap<>();
        if (lots.isEmpty()) return last;
        database.sql("""
                select distinct on (r.birth, r.ordinal) r.*
                from unnest(?::uuid[], ?::int[]) as a (birth, ordinal)
                join quality.retention r on r.birth = a.birth and r.ordinal = a.ordinal
                order by r.birth, r.ordinal, r.number desc
                """)
                .params(
                        lots.stream().map(lot -> lot.birth().toString()).toArray(String[]::new),
                        lots.stream().map(LotId::ordinal).toArray(Integer[]::new))
                .query(row -> {
                    LotId lot = new LotId(
                            new EventId(row.getObject("birth", UUID.class)), row.getInt("ordinal"));
                    last.put(
                            lot,
                            new Retention.Said(
                                    row.getObject("until", LocalDate.class),
                                    row.getString("why"),
                                    new ActorId(row.getString("said_by")),
                                    row.getObject("said_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return last;
    }

    public void add(LotId lot, Retention.Said said) {
        database.sql("""
                insert into quality.retention
                    (birth, ordinal, number, until, why, said_by, said_at)
                select b, o, (select count(*) from quality.retention
                    where birth = b and ordinal = o), u, w, p, t
                from (values (?::uuid, ?, ?::date, ?, ?, ?::timestamptz)) as v (b, o, u, w, p, t)
                """)
                .params(
                        lot.birth().toString(),
                        lot.ordinal(),
                        said.until().toString(),
                        said.why(),
                        said.by().code(),
                        said.at().toString())
                .update();
    }
}
