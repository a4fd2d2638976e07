package stemma.quality.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.quality.QualityJson;
import stemma.quality.Specification;
import stemma.quality.WrittenSpecification;
import stemma.signatures.Signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps the revisions of specifications; only a draft is ever written over. */
public final class SpecificationTable {
    private final JdbcClient database;

    public SpecificationTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns every revision of every item, by item, the newest first. */
    public List<Specification> all() {
        return database.sql("""
                select * from quality.specification order by item_normal, revision desc
                """).query(SpecificationTable::read).list();
    }

    /** Returns every revision for an item, the newest first. */
    public List<Specification> of(ItemCode item) {
        return database.sql("""
                select * from quality.specification where item_normal = ? order by revision desc
                """)
                .param(normal(item))
                .query(SpecificationTable::read)
                .list();
    }

    /** Returns those of the items' revisions, of which only some may exist. */
    public List<Specification> of(Collection<ItemCode> items) {
        if (items.isEmpty()) return List.of();
        return database.sql("""
                select * from quality.specification where item_normal = any(?::text[])
                order by item_normal, revision
                """)
                .param(normals(items))
                .query(SpecificationTable::read)
                .list();
    }

    /** Returns the revisions that were in force for the items at any time. */
    public List<Specification> everInForce(Collection<ItemCode> items) {
        if (items.isEmpty()) return List.of();
        return database.sql("""
                select * from quality.specification
                where item_normal = any(?::text[]) and in_force_at is not null
                """)
                .param(normals(items))
                .query(SpecificationTable::read)
                .list();
    }

    public Optional<Specification> find(ItemCode item, int revision) {
        return database.sql("""
                select * from quality.specification where item_normal = ? and revision = ?
                """)
                .params(normal(item), revision)
                .query(SpecificationTable::read)
                .optional();
    }

    /** Keeps a draft, in place of the one there was. */
    public void put(Specification draft) {
        database.sql("""
                insert into quality.specification
                    (item_normal, revision, state, body, written_by, written_at)
                values (?, ?, 'draft', ?, ?, ?::timestamptz)
                on conflict (item_normal, revision) do update set body = excluded.body,
                    written_by = excluded.written_by, written_at = excluded.written_at
                    where specification.state = 'draft'
                """)
                .params(
                        normal(draft.item()),
                        draft.revision(),
                        QualityJson.written(draft).toString(),
                        draft.writtenBy().code(),
                        draft.writtenAt().toString())
                .update();
    }

    /** Changes how a revision stands, with what the value says of it. */
    public void stand(Specification now) {
        Signature by = now.signature();
        database.sql("""
                update quality.specification set state = ?, signature = ?,
                    in_force_at = ?::timestamptz, retired_at = ?::timestamptz
                where item_normal = ? and revision = ?
                """)
                .params(Arrays.asList(
                        now.state().name().toLowerCase(Locale.ROOT),
                        by == null ? null : SignatureText.of(by),
                        text(now.inForceAt()),
                        text(now.retiredAt()),
                        normal(now.item()),
                        now.revision()))
                .update();
    }

    private static Specification read(ResultSet row, int number) throws SQLException {
        WrittenSpecification body = QualityJson.specification(row.getString("body"));
        Specification draft = body.draft(
                row.getInt("revision"),
                new ActorId(row.getString("written_by")),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
        return new Specification(
                draft.item(),
                draft.revision(),
                Specification.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                draft.occasions(),
                draft.sampling(),
                draft.dueHours(),
                draft.retainMonths(),
                draft.retestMonths(),
                draft.separation(),
                draft.characteristics(),
                draft.change(),
                draft.writtenBy(),
                draft.writtenAt(),
                signature(row),
                moment(row, "in_force_at"),
                moment(row, "retired_at"));
    }

    private static @Nullable Signature signature(ResultSet row) throws SQLException {
        String text = row.getString("signature");
        return text == null ? null : SignatureText.read(text);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String[] normals(Collection<ItemCode> items) {
        return items.stream().map(SpecificationTable::normal).distinct().toArray(String[]::new);
    }

    static String normal(ItemCode item) {
        return LotNumber.normal(item.code());
    }
}
