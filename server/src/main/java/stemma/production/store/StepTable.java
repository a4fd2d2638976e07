package stemma.production.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.StepKind;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.production.StepRecord;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What was done at the steps of work orders, in {@code production.step_record}. */
public final class StepTable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            select id, order_normal, step, kind, occurred_at, recorded_at, actor, resource,
                   readings::text as readings, reason
            from production.step_record
            """;

    private final JdbcClient database;

    public StepTable(JdbcClient database) {
        this.database = database;
    }

    /** Writes a record; returns false where its id is known already. */
    public boolean write(StepRecord record) {
        @Nullable
        String resource = record.resource() == null ? null : record.resource().code();
        return database.sql("""
                insert into production.step_record (id, order_normal, step, kind, occurred_at,
                    recorded_at, actor, resource, readings, reason)
                values (?::uuid, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::jsonb, ?)
                on conflict (id) do nothing
                """)
                        .params(Arrays.asList(
                                record.id().toString(),
                                LotNumber.normal(record.order().code()),
                                record.step(),
                                record.kind().name(),
                                record.occurredAt().toString(),
                                record.recordedAt().toString(),
                                record.by().code(),
                                resource,
                                JSON.writeValueAsString(texts(record.readings())),
                                record.reason()))
                        .update()
                > 0;
    }

    private static Map<String, String> texts(Map<String, BigDecimal> readings) {
        Map<String, String> texts = new TreeMap<>();
        readings.forEach((name, value) -> texts.put(name, value.toPlainString()));
        return texts;
    }

    /** Returns the record of that id, if there is one. */
    public Optional<StepRecord> find(EventId id) {
        return database.sql(SELECT + "where id = ?::uuid")
                .param(id.toString())
                .query(StepTable::record)
                .optional();
    }

    /** Returns all records of an order, the latest first. */
    public List<StepRecord> ofOrder(OrderCode order) {
        return database.sql(SELECT + "where order_normal = ? order by recorded_at desc, id desc")
                .param(LotNumber.normal(order.code()))
                .query(StepTable::record)
                .list();
    }

    /** Returns what was recorded on a resource after that moment and not after the other. */
    public List<StepRecord> onResource(ResourceCode resource, Instant after, Instant until) {
        return database.sql(SELECT
                        + "where upper(resource) = upper(?) and occurred_at > ?::timestamptz"
                        + " and occurred_at <= ?::timestamptz order by occurred_at desc, id desc")
                .params(resource.code(), after.toString(), until.toString())
                .query(StepTable::record)
                .list();
    }

    private static StepRecord record(ResultSet row, int number) throws SQLException {
        Map<String, BigDecimal> readings = new TreeMap<>();
        JsonNode read = JSON.readTree(row.getString("readings"));
        for (var entry : read.properties())
            readings.put(entry.getKey(), new BigDecimal(entry.getValue().asString()));
        String resource = row.getString("resource");
        return new StepRecord(
                new EventId(row.getObject("id", UUID.class)),
                new OrderCode(row.getString("order_normal")),
                row.getInt("step"),
                StepKind.valueOf(row.getString("kind")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new ActorId(row.getString("actor")),
                resource == null ? null : new ResourceCode(resource),
                readings,
                row.getString("reason"));
    }
}
