package stemma.upkeep.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.upkeep.Condition;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads how resources stood at moments, in one question however many there are. */
public final class ConditionTable {
    /** A cleaning counts as verified while its verification is not annulled. */
    private static final String ASKED = """
            select a.place, own.products as own,
                clean.event as clean_event, clean.occurred_to as clean_at,
                clean.words as clean_words, clean.verified as clean_verified,
                waits.event as waits_event, waits.occurred_to as waits_at,
                waits.words as waits_words,
                other.occurred_from as other_at, other.run as other_run,
                other.products as other_products, used.since as used_since,
                told.id as told_id, told.resource as told_resource, told.site as told_site,
                told.at as told_when, told.told_at, told.told_by, told.content as told_content
            from unnest(:resources::text[], :ats::timestamptz[], :runs::text[],
                    :products::text[], :fills::boolean[], :verified::boolean[])
                with ordinality as a (normal, at, run, products, fills, verified, place)
            cross join lateral (
                select case when a.products <> '' then string_to_array(a.products, chr(31))
                    else coalesce(
                        (select p.products from upkeep.touch p
                         where p.run = a.run and p.products <> '{}'
                           and p.corrected_by is null limit 1),
                        '{}') end as products) own
            left join lateral (
                select t.event, t.occurred_to, t.words, v.verified
                from upkeep.touch t cross join lateral (
                    select exists (select from upkeep.entry e
                        where e.about = t.event and e.kind = 'verified' and not exists (
                            select from upkeep.entry n
                            where n.about = e.id and n.kind = 'annulled')) as verified) v
                where t.normal = a.normal and t.kind = 'cleaned' and t.corrected_by is null
                  and t.occurred_to <= a.at and (v.verified or not a.verified)
                order by t.occurred_to desc, t.seq desc limit 1) clean on true
            left join lateral (
                select t.event, t.occurred_to, t.words from upkeep.touch t
                where a.verified and t.normal = a.normal and t.kind = 'cleaned'
                  and t.corrected_by is null and t.occurred_to <= a.at
                  and t.occurred_to > coalesce(clean.occurred_to, '-infinity')
                order by t.occurred_to desc, t.seq desc limit 1) waits on true
            left join lateral (
                select t.occurred_from, t.run, p.products
                from upkeep.touch t cross join lateral (
                    select case when t.products <> '{}' then t.products
                        else coalesce(
                            (select r.products from upkeep.touch r
                             where r.run = t.run and r.products <> '{}'
                               and r.corrected_by is null limit 1),
                            '{}') end as products) p
                where t.normal = a.normal and t.kind = 'used' and t.corrected_by is null
                  and t.occurred_from > coalesce(clean.occurred_to, '-infinity')
                  and t.occurred_from <= a.at
                  and (t.run is null or t.run is distinct from a.run)
                  and not (p.products && own.products)
                  and (not a.fills or t.occurred_from <= (
                      select max(z.occurred_from) from upkeep.touch z
                      where z.normal = a.normal and z.kind = 'emptied'
                        and z.corrected_by is null and z.occurred_from <= a.at))
                order by t.occurred_from desc, t.seq desc limit 1) other on true
            left join lateral (
                select min(t.occurred_from) as since from upkeep.touch t
                where t.normal = a.normal and t.kind = 'used' and t.corrected_by is null
                  and t.occurred_from > coalesce(clean.occurred_to, '-infinity')
                  and t.occurred_from <= a.at) used on true
            left join lateral (
                select e.* from upkeep.entry e
                where e.normal = a.normal and e.kind = 'calibrated' and e.at <= a.at
                  and not exists (select from upkeep.entry n
                      where n.about = e.id and n.kind = 'annulled')
                order by e.at desc, e.told_at desc limit 1) told on true
            order by a.place
            """;

    private final JdbcClient database;

    public ConditionTable(JdbcClient database) {
        this.database = database;
    }

    /** Which cleanings count. */
    public enum Counting {
        ANY,
        VERIFIED
    }

    /** Which earlier uses are of another product: all, or those before a vessel was empty. */
    public enum Before {
        EVER,
        EPOCH
    }

    /** One use that is asked about. */
    public record Question(
            ResourceCode resource,
            Instant at,
            @Nullable RunId run,
            Set<String> products,
            Before before,
            Counting counting) {
        public Question {
            products = Set.copyOf(products);
        }
    }

    /** How it stood, and for which products the use is, by itself or by its run. */
    public record Read(Condition condition, Set<String> own) {
        public Read {
            own = Set.copyOf(own);
        }
    }

    /** Returns the answers in the order of the questions. */
    public List<Read> of(List<Question> questions) {
        if (questions.isEmpty()) return List.of();
        return database.sql(ASKED)
                .param("resources", texts(questions, q -> TouchTable.normal(q.resource())))
                .param("ats", texts(questions, q -> q.at().toString()))
                .param(
                        "runs",
                        texts(questions, q -> q.run() == null ? null : q.run().code()))
                .param("products", texts(questions, q -> String.join("\u001f", q.products())))
                .param(
                        "fills",
                        questions.stream()
                                .map(q -> q.before() == Before.EPOCH)
                                .toArray(Boolean[]::new))
                .param(
                        "verified",
                        questions.stream()
                                .map(q -> q.counting() == Counting.VERIFIED)
                                .toArray(Boolean[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    private static @Nullable String[] texts(
            List<Question> all, java.util.function.Function<Question, @Nullable String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private static Read read(ResultSet row) throws SQLException {
        Instant other = moment(row, "other_at");
        Condition.Foreign foreign = other == null
                ? null
                : new Condition.Foreign(
                        other, product(row.getArray("other_products")), text(row, "other_run"));
        Condition condition = new Condition(
                row.getString("told_content") == null ? null : EntryRows.told(row, "told_"),
                cleaning(row),
                foreign,
                moment(row, "used_since"));
        return new Read(condition, Set.of(words(row.getArray("own"))));
    }

    /** The latest that counts, or where only verified ones count the later one that waits. */
    private static Condition.@Nullable Cleaning cleaning(ResultSet row) throws SQLException {
        Instant waits = moment(row, "waits_at");
        if (waits != null)
            return new Condition.Cleaning(
                    new EventId(row.getObject("waits_event", UUID.class)),
                    waits,
                    text(row, "waits_words"),
                    Condition.Check.UNVERIFIED);
        Instant at = moment(row, "clean_at");
        if (at == null) return null;
        return new Condition.Cleaning(
                new EventId(row.getObject("clean_event", UUID.class)),
                at,
                text(row, "clean_words"),
                row.getBoolean("clean_verified")
                        ? Condition.Check.VERIFIED
                        : Condition.Check.UNVERIFIED);
    }

    private static String product(Array products) throws SQLException {
        String[] all = words(products);
        return all.length == 0 ? "something else" : String.join(", ", all);
    }

    private static String[] words(Array array) throws SQLException {
        return Arrays.copyOf((String[]) array.getArray(), ((String[]) array.getArray()).length);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
