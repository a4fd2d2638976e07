package stemma.upkeep.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.ResourceKind;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.upkeep.Demand;
import stemma.upkeep.Requirement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps what must be true of resources at use. */
public final class RequirementTable {
    private final JdbcClient database;

    public RequirementTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns those that nobody has ended, the oldest first. */
    public List<Requirement> standing() {
        return database.sql("""
                select * from upkeep.requirement where ended_at is null order by made_at, id
                """).query((row, _) -> read(row)).list();
    }

    /** Returns all that ever stood, ended ones too, the oldest first. */
    public List<Requirement.Dated> ever() {
        return database.sql("select * from upkeep.requirement order by made_at, id")
                .query((row, _) -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Requirement.Dated(
                            read(row),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .list();
    }

    public Optional<Requirement> find(EventId id) {
        return database.sql("select * from upkeep.requirement where id = ?::uuid")
                .param(id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Writes a requirement; returns whether its id was free. */
    public boolean add(Requirement one, String by, Instant at) {
        ResourceKind kind = one.kind();
        ResourceCode resource = one.resource();
        ItemCode item = one.item();
        OrderCode order = one.order();
        return database.sql("""
                insert into upkeep.requirement (id, kind, resource, item, work_order, demands,
                    clean_hours, reason, made_at, made_by)
                values (?::uuid, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?)
                on conflict (id) do nothing
                """)
                        .params(Arrays.asList(
                                one.id().toString(),
                                kind == null ? null : kind.word(),
                                resource == null ? null : resource.code(),
                                item == null ? null : item.code(),
                                order == null ? null : order.code(),
                                one.demands().stream().map(Demand::word).toArray(String[]::new),
                                one.cleanHours(),
                                one.reason(),
                                at.atOffset(ZoneOffset.UTC),
                                by))
                        .update()
                > 0;
    }

    /** Ends a requirement; returns whether it stood until now. */
    public boolean end(EventId id, String by, Instant at) {
        return database.sql("""
                update upkeep.requirement set ended_at = ?, ended_by = ?
                where id = ?::uuid and ended_at is null
                """)
                        .params(at.atOffset(ZoneOffset.UTC), by, id.toString())
                        .update()
                > 0;
    }

    private static Requirement read(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String resource = row.getString("resource");
        String item = row.getString("item");
        String order = row.getString("work_order");
        String[] demands = (String[]) row.getArray("demands").getArray();
        return new Requirement(
                new EventId(row.getObject("id", UUID.class)),
                kind == null ? null : ResourceKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                resource == null ? null : new ResourceCode(resource),
                item == null ? null : new ItemCode(item),
                order == null ? null : new OrderCode(order),
                Arrays.stream(demands)
                        .map(word -> Demand.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList(),
                hours(row),
                row.getString("reason"));
    }

    private static @Nullable Integer hours(ResultSet row) throws SQLException {
        int hours = row.getInt("clean_hours");
        return row.wasNull() ? null : hours;
    }
}
