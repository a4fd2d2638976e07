package stemma.upkeep.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.journal.CanonicalJson;
import stemma.upkeep.ToldEntry;
import stemma.upkeep.UpkeepEntry;
import stemma.upkeep.UpkeepJson;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps what was told of resources; nothing here is ever changed. */
public final class EntryTable {
    /** An entry that no other has annulled. */
    private static final String STANDS = """
            not exists (select from upkeep.entry n where n.about = e.id and n.kind = 'annulled')
            """;

    private final JdbcClient database;

    public EntryTable(JdbcClient database) {
        this.database = database;
    }

    /** Writes an entry; returns whether its id was free. */
    public boolean add(ToldEntry told) {
        UpkeepEntry entry = told.entry();
        return database.sql("""
                insert into upkeep.entry (id, resource, normal, site, kind, at, told_at, told_by,
                    valid_until, due, about, content)
                values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)
                on conflict (id) do nothing
                """)
                        .params(Arrays.asList(
                                told.id().toString(),
                                told.resource().code(),
                                TouchTable.normal(told.resource()),
                                told.site().code(),
                                UpkeepJson.word(entry),
                                told.at().atOffset(ZoneOffset.UTC),
                                told.toldAt().atOffset(ZoneOffset.UTC),
                                told.by().code(),
                                validUntil(entry),
                                entry instanceof UpkeepEntry.Maintained m ? m.due() : null,
                                about(entry),
                                new String(
                                        CanonicalJson.bytes(UpkeepJson.of(entry)),
                                        StandardCharsets.UTF_8)))
                        .update()
                > 0;
    }

    /** A calibration that left it bad is good for no day. */
    private static @Nullable LocalDate validUntil(UpkeepEntry entry) {
        return entry instanceof UpkeepEntry.Calibrated c && c.asLeft() == UpkeepEntry.Finding.PASSED
                ? c.validUntil()
                : null;
    }

    private static @Nullable String about(UpkeepEntry entry) {
        return switch (entry) {
            case UpkeepEntry.Verified v -> v.cleaning().toString();
            case UpkeepEntry.Annulled a -> a.which().toString();
            case UpkeepEntry.Calibrated _, UpkeepEntry.Maintained _, UpkeepEntry.Monitored _ ->
                null;
        };
    }

    public Optional<ToldEntry> find(EventId id) {
        return database.sql("select * from upkeep.entry where id = ?::uuid")
                .param(id.toString())
                .query((row, _) -> EntryRows.told(row))
                .optional();
    }

    /** Returns the standing entry that verifies a cleaning, or annuls an entry. */
    public Optional<ToldEntry> about(EventId thing) {
        return database.sql("select e.* from upkeep.entry e where e.about = ?::uuid and " + STANDS)
                .param(thing.toString())
                .query((row, _) -> EntryRows.told(row))
                .optional();
    }

    /** Returns the calibration before this one that left it good, where there is one. */
    public Optional<ToldEntry> goodBefore(ToldEntry calibration) {
        return database.sql("""
                select e.* from upkeep.entry e
                where e.normal = ? and e.kind = 'calibrated' and e.at < ?
                  and e.content like '%"asLeft":"passed"%' and
                """ + STANDS + " order by e.at desc, e.told_at desc limit 1")
                .params(
                        TouchTable.normal(calibration.resource()),
                        calibration.at().atOffset(ZoneOffset.UTC))
                .query((row, _) -> EntryRows.told(row))
                .optional();
    }

    /** A calibration that rests on a paper, until when it was the latest (absent: it still is). */
    public record OnPaper(
            EventId paper, ToldEntry told, @Nullable Instant until) {}

    /** Returns the calibrations that stand and rest on these papers. */
    public List<OnPaper> onPapers(Collection<EventId> papers) {
        if (papers.isEmpty()) return List.of();
        return database.sql("""
                select e.*, e.content::jsonb ->> 'paper' as paper, (
                    select min(f.at) from upkeep.entry f
                    where f.normal = e.normal and f.kind = 'calibrated' and f.at > e.at
                      and not exists (select from upkeep.entry n
                          where n.about = f.id and n.kind = 'annulled')) as until
                from upkeep.entry e
                where e.kind = 'calibrated' and jsonb_exists(e.content::jsonb, 'paper')
                  and e.content::jsonb ->> 'paper' = any(?::text[]) and
                """ + STANDS + " order by e.normal, e.at, e.told_at")
                .param(papers.stream().map(EventId::toString).toArray(String[]::new))
                .query((row, _) -> {
                    OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
                    return new OnPaper(
                            EventId.of(row.getString("paper")),
                            EntryRows.told(row),
                            until == null ? null : until.toInstant());
                })
                .list();
    }

    /** What is due of a resource: the latest that stands of each kind. */
    public record Latest(
            String normal,
            String kind,
            Instant at,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate due,
            ToldEntry told) {}

    /** Returns the latest calibration, maintenance and reading of every resource. */
    public List<Latest> latest() {
        return database.sql("""
                select distinct on (e.normal, e.kind) e.* from upkeep.entry e
                where e.kind in ('calibrated', 'maintained', 'monitored') and
                """ + STANDS + " order by e.normal, e.kind, e.at desc, e.told_at desc")
                .query((row, _) -> new Latest(
                        row.getString("normal"),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        EntryRows.told(row)))
                .list();
    }

    /** Returns the last cleaning of every resource that was ever cleaned. */
    public List<Cleanest> cleaned() {
        return database.sql("""
                select distinct on (t.normal) t.normal, t.occurred_to,
                    exists (select from upkeep.entry e where e.about = t.event
                        and e.kind = 'verified' and
                """ + STANDS + """
                    ) as verified
                from upkeep.touch t where t.kind = 'cleaned' and t.corrected_by is null
                order by t.normal, t.occurred_to desc, t.seq desc
                """)
                .query((row, _) -> new Cleanest(
                        row.getString("normal"),
                        row.getObject("occurred_to", OffsetDateTime.class).toInstant(),
                        row.getBoolean("verified")))
                .list();
    }

    /** When a resource was last cleaned, and whether another has verified it. */
    public record Cleanest(String normal, Instant at, boolean isVerified) {}

    /** Returns the failed calibrations of a resource that stand, the latest first. */
    public List<ToldEntry> failed(ResourceCode resource) {
        return database.sql("""
                select e.* from upkeep.entry e
                where e.normal = ? and e.kind = 'calibrated'
                  and e.content like '%"asFound":"failed"%' and
                """ + STANDS + " order by e.at desc")
                .param(TouchTable.normal(resource))
                .query((row, _) -> EntryRows.told(row))
                .list();
    }
}
