package stemma.quality.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.quality.Inspection;
import stemma.quality.InspectionQuery;
import stemma.quality.Occasion;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps inspections, the lots they are of, and which judgements name them. */
public final class InspectionTable {
    // A judgement that stands is one that no correction has ended.
    private static final String SELECT = """
            select i.*, l.lots,
                exists (select from quality.judged j
                    where j.inspection = i.id and j.corrected_by is null) as is_judged
            from quality.inspection i
            cross join lateral (
                select array_agg(birth || '/' || first_ordinal || case
                    when last_ordinal > first_ordinal then '..' || last_ordinal else '' end
                    order by birth, first_ordinal) as lots
                from quality.inspection_lot where inspection = i.id and origin = 'inspected') l
            """;

    private final JdbcClient database;

    public InspectionTable(JdbcClient database) {
        this.database = database;
    }

    /** Opens an inspection; one that was opened and voided under the same id is open again. */
    public void open(Inspection inspection) {
        database.sql("""
                insert into quality.inspection (id, item_normal, revision, site, occasion, amount,
                    unit, samples, opened_at, opened_by, due_at)
                values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz)
                on conflict (id) do update set voided = false
                """)
                .params(Arrays.asList(
                        inspection.id().toString(),
                        SpecificationTable.normal(inspection.item()),
                        inspection.revision(),
                        inspection.site().code(),
                        inspection.occasion().word(),
                        inspection.amount().amount(),
                        inspection.amount().unit().code(),
                        inspection.samples(),
                        inspection.openedAt().toString(),
                        inspection.openedBy().code(),
                        inspection.due() == null ? null : inspection.due().toString()))
                .update();
        for (Portion lot : inspection.lots()) {
            database.sql("""
                    insert into quality.inspection_lot
                    values (?::uuid, ?, ?, ?::uuid, 'inspected') on conflict do nothing
                    """)
                    .params(
                            lot.first().birth().toString(),
                            lot.first().ordinal(),
                            lot.last(),
                            inspection.id().toString())
                    .update();
        }
    }

    /** Has what was split off lots stand under their inspections too, as far as opened by then. */
    public void share(Collection<Portion> from, Portion into, Instant at) {
        database.sql("""
                insert into quality.inspection_lot
                select distinct ?::uuid, ?::int, ?::int, l.inspection, 'split'
                from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                join quality.inspection_lot l on l.birth = a.birth
                    and l.first_ordinal <= a.last and l.last_ordinal >= a.first
                join quality.inspection i on i.id = l.inspection
                where i.opened_at <= ?::timestamptz
                on conflict do nothing
                """)
                .params(into.first().birth().toString(), into.first().ordinal(), into.last())
                .params(asked(from))
                .param(at.toString())
                .update();
    }

    /** Notes that the births which opened these inspections were voided. */
    public void annul(Collection<EventId> births) {
        if (births.isEmpty()) return;
        database.sql("""
                update quality.inspection set voided = true
                where occasion <> 'asked' and id in (
                    select inspection from quality.inspection_lot
                    where birth = any(?::uuid[]) and origin = 'inspected')
                """).param(texts(births)).update();
    }

    /** Notes that a judgement names inspections. */
    public void judged(EventId inspection, long seq, EventId event) {
        database.sql("""
                insert into quality.judged (inspection, seq, event) values (?::uuid, ?, ?::uuid)
                on conflict do nothing
                """).params(inspection.toString(), seq, event.toString()).update();
    }

    /** Notes that the judgement of that seq was corrected. */
    public void ended(long seq, long by) {
        database.sql("""
                update quality.judged set corrected_by = ? where seq = ? and corrected_by is null
                """).params(by, seq).update();
    }

    public Optional<Inspection> find(EventId id) {
        return byId(List.of(id)).stream().findFirst();
    }

    public List<Inspection> byId(Collection<EventId> ids) {
        if (ids.isEmpty()) return List.of();
        return database.sql(SELECT + "where i.id = any(?::uuid[]) order by i.opened_at, i.id")
                .param(texts(ids))
                .query(InspectionTable::read)
                .list();
    }

    /** Returns the inspections of any of the lots, or of what they were split off. */
    public List<Inspection> of(Collection<Portion> lots) {
        if (lots.isEmpty()) return List.of();
        return database.sql(SELECT + """
                where i.id in (
                    select l.inspection
                    from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                    join quality.inspection_lot l on l.birth = a.birth
                        and l.first_ordinal <= a.last and l.last_ordinal >= a.first)
                order by i.opened_at, i.id
                """)
                .params(asked(lots))
                .query(InspectionTable::read)
                .list();
    }

    /**
     * Returns those of which a result came after a judgement, and those that nobody has judged and
     * of which a result that counts fails; the youngest first.
     */
    public List<Inspection> contradicted() {
        return database.sql(SELECT + """
                where not i.voided and i.id in (
                    select inspection from quality.result where correction is not null
                    union
                    select r.inspection from quality.result r
                    where r.outcome = 'fails'
                        and not exists (select from quality.result l where l.replaces = r.id)
                        and not exists (select from quality.judged j
                            where j.inspection = r.inspection and j.corrected_by is null))
                order by i.opened_at desc, i.id
                """).query(InspectionTable::read).list();
    }

    // Nothing asked for is null, which every condition lets pass.
    private static final String WHERE = """
            where (?::text[] is null or i.site = any(?::text[]))
                and (?::text is null or i.item_normal = ?)
                and (?::text is null or i.occasion = ?)
                and (?::uuid[] is null or i.id in (
                    select l.inspection
                    from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                    join quality.inspection_lot l on l.birth = a.birth
                        and l.first_ordinal <= a.last and l.last_ordinal >= a.first))
            """;

    private static final String JUDGED = "exists (select from quality.judged j"
            + " where j.inspection = i.id and j.corrected_by is null)";

    /** Returns a page of what is asked for, as it stands at that moment. */
    public List<Inspection> page(InspectionQuery query, Instant at) {
        String order = switch (query.sort()) {
            case DUE -> "i.due_at nulls last, i.opened_at, i.id";
            case OLDEST -> "i.opened_at, i.id";
            case NEWEST -> "i.opened_at desc, i.id";
            case ITEM -> "i.item_normal, i.opened_at, i.id";
        };
        List<@Nullable Object> asked = asked(query);
        asked.add(query.offset());
        asked.add(query.limit());
        return database.sql(SELECT + where(query, at) + " order by " + order + " offset ? limit ?")
                .params(asked)
                .query(InspectionTable::read)
                .list();
    }

    /** Returns how many rows all pages of it have. */
    public int count(InspectionQuery query, Instant at) {
        return database.sql("select count(*) from quality.inspection i " + where(query, at))
                .params(asked(query))
                .query(Integer.class)
                .single();
    }

    /** Returns how many are open at the sites, how many of them overdue, and due within a day. */
    public int[] counts(Optional<Set<SiteCode>> sites, Instant at) {
        String @Nullable [] codes = codes(sites);
        return database.sql("""
                select count(*), count(*) filter (where i.due_at < ?::timestamptz),
                    count(*) filter (where i.due_at >= ?::timestamptz
                        and i.due_at < ?::timestamptz + interval '1 day')
                from quality.inspection i
                where (?::text[] is null or i.site = any(?::text[]))
                    and not i.voided and not\s""" + JUDGED)
                .params(Arrays.asList(at.toString(), at.toString(), at.toString(), codes, codes))
                .query((row, _) -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3)})
                .single();
    }

    private static String where(InspectionQuery query, Instant at) {
        String open = " and not i.voided and not " + JUDGED;
        String state = query.state()
                .map(one -> switch (one) {
                    case VOID -> " and i.voided";
                    case OPEN -> open;
                    case JUDGED -> " and not i.voided and " + JUDGED;
                })
                .orElse("");
        String moment = "timestamptz '" + at + "'";
        String due = switch (query.due()) {
            case ANY -> "";
            case OVERDUE -> open + " and i.due_at < " + moment;
            case SOON ->
                open + " and i.due_at >= " + moment + " and i.due_at < " + moment
                        + " + interval '1 day'";
        };
        return WHERE + state + due;
    }

    private static List<@Nullable Object> asked(InspectionQuery query) {
        String @Nullable [] sites = codes(query.sites());
        String item = query.item() == null ? null : SpecificationTable.normal(query.item());
        String occasion = query.occasion().map(Occasion::word).orElse(null);
        List<Object> lots = asked(query.lots().orElse(List.of()));
        List<@Nullable Object> all = new ArrayList<>();
        for (@Nullable
        Object one : new @Nullable Object[] {sites, sites, item, item, occasion, occasion})
            all.add(one);
        all.add(query.lots().isPresent() ? lots.getFirst() : null);
        all.addAll(lots);
        return all;
    }

    private static String @Nullable [] codes(Optional<Set<SiteCode>> sites) {
        return sites.map(all -> all.stream().map(SiteCode::code).toArray(String[]::new))
                .orElse(null);
    }

    /** Returns which lots stand under the inspections, what was split off among them. */
    public List<LotOf> lotsOf(Collection<EventId> ids) {
        if (ids.isEmpty()) return List.of();
        return database.sql("""
                select * from quality.inspection_lot where inspection = any(?::uuid[])
                """)
                .param(texts(ids))
                .query((row, _) -> new LotOf(
                        new Portion(
                                new LotId(
                                        new EventId(row.getObject("birth", UUID.class)),
                                        row.getInt("first_ordinal")),
                                row.getInt("last_ordinal") - row.getInt("first_ordinal") + 1),
                        new EventId(row.getObject("inspection", UUID.class))))
                .list();
    }

    /** A lot that stands under an inspection. */
    public record LotOf(Portion lot, EventId inspection) {}

    /** A judgement that named an inspection, and whether it still stands. */
    public record JudgementOf(EventId inspection, long seq, EventId event, boolean stands) {}

    /** Returns every judgement on these inspections in its order, those that were undone too. */
    public List<JudgementOf> judgements(Collection<EventId> inspections) {
        if (inspections.isEmpty()) return List.of();
        return database.sql("""
                select inspection, seq, event, corrected_by is null as stands from quality.judged
                where inspection = any(?::uuid[]) order by inspection, seq
                """)
                .param(texts(inspections))
                .query((row, _) -> new JudgementOf(
                        new EventId(row.getObject("inspection", UUID.class)),
                        row.getLong("seq"),
                        new EventId(row.getObject("event", UUID.class)),
                        row.getBoolean("stands")))
                .list();
    }

    private static Inspection read(ResultSet row, int number) throws SQLException {
        List<Portion> lots = new ArrayList<>();
        Array texts = row.getArray("lots");
        if (texts != null)
            for (String text : (String[]) texts.getArray()) lots.add(Portion.of(text));
        Inspection.State state = row.getBoolean("voided")
                ? Inspection.State.VOID
                : row.getBoolean("is_judged") ? Inspection.State.JUDGED : Inspection.State.OPEN;
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Inspection(
                new EventId(row.getObject("id", UUID.class)),
                new ItemCode(row.getString("item_normal")),
                row.getInt("revision"),
                lots,
                new SiteCode(row.getString("site")),
                Occasion.valueOf(row.getString("occasion").toUpperCase(Locale.ROOT)),
                new Quantity(row.getBigDecimal("amount"), new Unit(row.getString("unit"))),
                row.getInt("samples"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                new ActorId(row.getString("opened_by")),
                due == null ? null : due.toInstant(),
                state);
    }

    private static String[] texts(Collection<EventId> ids) {
        return ids.stream().map(EventId::toString).toArray(String[]::new);
    }

    private static List<Object> asked(Collection<Portion> lots) {
        return List.of(
                lots.stream().map(l -> l.first().birth().toString()).toArray(String[]::new),
                lots.stream().map(l -> l.first().ordinal()).toArray(Integer[]::new),
                lots.stream().map(Portion::last).toArray(Integer[]::new));
    }
}
