package stemma.ledger.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the numbers of entries by the lots they touch, what corrects them, and documents by prefix.
 */
final class PastTable {
    private static final String TOUCHING = """
            select distinct t.seq
            from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
            join ledger.touch t on t.birth = a.birth
                and t.first_ordinal <= a.last and t.last_ordinal >= a.first
            """;

    // What nobody knew at first is no gap any more once it has been identified.
    private static final String STANDS_BROKEN = """
            e.violations <> '{}'
              and not exists (select from ledger.correction c where c.corrected_seq = e.seq)
              and (e.violations <> '{lot_unidentified}' or not exists (
                  select from ledger.touch t join ledger.event i on i.seq = t.seq
                  where t.birth = e.id and i.kind = 'identified'
                    and not exists (select from ledger.correction c where c.corrected_seq = i.seq)))
            """;

    private static final String AT_SITES = " and (?::text[] is null or e.site = any(?::text[]))";

    private static final String LEARNED = """
            e.seq <= ? and e.seq <> all(?::bigint[])
              and (e.seq > ? or e.seq = any(?::bigint[]))
            """;

    private final JdbcClient database;

    PastTable(JdbcClient database) {
        this.database = database;
    }

    List<Long> touching(Portion lot) {
        return database.sql("""
                select distinct seq from ledger.touch
                where birth = ?::uuid and first_ordinal <= ? and last_ordinal >= ?
                """)
                .params(lot.first().birth().toString(), lot.last(), lot.first().ordinal())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    List<Long> touching(Collection<Portion> lots, int offset, int limit) {
        return database.sql(TOUCHING + " order by t.seq desc offset ? limit ?")
                .params(asked(lots))
                .params(offset, limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    long touchCount(Collection<Portion> lots) {
        return database.sql("select count(*) from (" + TOUCHING + ") as touching")
                .params(asked(lots))
                .query(Long.class)
                .single();
    }

    Set<Portion> touched(
            Collection<Portion> lots, Optional<Set<SiteCode>> sites, long first, long end) {
        return Set.copyOf(database.sql("""
                select a.birth::text, a.first, a.last
                from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                where exists (
                    select from ledger.touch t join ledger.event e on e.seq = t.seq
                    where t.birth = a.birth
                      and t.first_ordinal <= a.last and t.last_ordinal >= a.first
                      and t.seq >= ? and t.seq < ?
                      and (?::text[] is null or e.site = any(?::text[])))
                """)
                .params(asked(lots))
                .params(first, end)
                .param(codes(sites))
                .param(codes(sites))
                .query((row, _) -> new Portion(
                        new LotId(EventId.of(row.getString(1)), row.getInt(2)),
                        row.getInt(3) - row.getInt(2) + 1))
                .list());
    }

    List<Long> violating(Optional<Set<SiteCode>> sites, int offset, int limit) {
        return database.sql("select e.seq from ledger.event e where " + STANDS_BROKEN + AT_SITES
                        + " order by e.seq desc offset ? limit ?")
                .param(codes(sites))
                .param(codes(sites))
                .param(offset)
                .param(limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    long violatingCount(Optional<Set<SiteCode>> sites) {
        return database.sql("select count(*) from ledger.event e where " + STANDS_BROKEN + AT_SITES)
                .param(codes(sites))
                .param(codes(sites))
                .query(Long.class)
                .single();
    }

    private static String @Nullable [] codes(Optional<Set<SiteCode>> sites) {
        return sites.map(all -> all.stream().map(SiteCode::code).toArray(String[]::new))
                .orElse(null);
    }

    /** Asks for the seqs of those that touched any of the lots. */
    static Select<Long> askViolating(Collection<Portion> lots) {
        return new Select<>(
                TOUCHING + " join ledger.event e on e.seq = t.seq where " + STANDS_BROKEN,
                asked(lots),
                (row, _) -> row.getLong(1));
    }

    Map<Long, Long> corrections(Collection<Long> seqs) {
        Map<Long, Long> by = new HashMap<>();
        if (seqs.isEmpty()) return by;
        database.sql("""
                select corrected_seq, by_seq from ledger.correction
                where corrected_seq = any(?::bigint[])
                """)
                .param(seqs.toArray(Long[]::new))
                .query((row, _) -> by.put(row.getLong(1), row.getLong(2)))
                .list();
        return by;
    }

    /** What corrects a correction that voids touches nothing; it is found by what it names. */
    List<Long> learned(
            Collection<Portion> lots,
            Collection<String> documents,
            Knowledge earlier,
            Knowledge later) {
        return database.sql("with recursive told (seq) as ((" + TOUCHING + """
                    union
                    select d.seq from unnest(?::text[]) as a (code)
                    join ledger.document d on d.code = a.code)
                  union
                    select c.by_seq from told join ledger.correction c
                        on c.corrected_seq = told.seq)
                select e.seq from told join ledger.event e on e.seq = told.seq
                where e.kind not in ('judged', 'held', 'hold_lifted', 'cleaned') and\s""" + LEARNED
                        + " order by e.seq")
                .params(asked(lots))
                .param(documents.stream().map(LotNumber::normal).toArray(String[]::new))
                .params(between(earlier, later))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    List<Long> emptied(Knowledge earlier, Knowledge later) {
        return database.sql("""
                with recursive told (seq) as (
                    select e.seq from ledger.event e where e.kind = 'emptied'
                  union
                    select c.by_seq from told join ledger.correction c
                        on c.corrected_seq = told.seq)
                select e.seq from told e where\s""" + LEARNED + " order by e.seq")
                .params(between(earlier, later))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static List<Object> between(Knowledge earlier, Knowledge later) {
        return List.of(
                later.lastSeq(), boxed(later.except()), earlier.lastSeq(), boxed(earlier.except()));
    }

    private static Long[] boxed(long[] seqs) {
        return Arrays.stream(seqs).boxed().toArray(Long[]::new);
    }

    List<String> documentsBeginningWith(String text, int limit) {
        String literal = LotNumber.normal(text)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return database.sql("""
                select distinct code from ledger.document where code like ? order by code limit ?
                """)
                .params(literal + "%", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<Object> asked(Collection<Portion> lots) {
        return List.of(
                lots.stream().map(l -> l.first().birth().toString()).toArray(String[]::new),
                lots.stream().map(l -> l.first().ordinal()).toArray(Integer[]::new),
                lots.stream().map(Portion::last).toArray(Integer[]::new));
    }
}
