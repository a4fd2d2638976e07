package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.PassportDate;
import stemma.ledger.PassportJson;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads when lots were last said to expire by what stands, though they may say nothing now. */
public final class ExpiryTable {
    private final JdbcClient database;

    public ExpiryTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns it by the lot's key, without what entries of these numbers said of it. */
    public Map<Long, PassportDate> of(Collection<Long> keys, Collection<Long> without) {
        Map<Long, PassportDate> expiries = new HashMap<>();
        database.sql("""
                select l.key, coalesce(
                    (select c.passport from lots.passport_change c
                     where c.lot = l.key and c.corrected_by is null
                         and c.seq <> all(?::bigint[])
                         and c.passport::jsonb ->> 'expiry' is not null
                     order by c.occurred_from desc, c.seq desc limit 1),
                    l.birth_passport) as passport
                from lots.lot l where l.key = any(?::bigint[])
                """)
                .params(without.toArray(Long[]::new), keys.toArray(Long[]::new))
                .query(row -> {
                    var expiry = PassportJson.read(row.getString("passport")).expiry();
                    if (expiry != null) expiries.put(row.getLong("key"), expiry);
                });
        return expiries;
    }
}
