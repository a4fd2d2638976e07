package stemma.quality.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Evidence;
import stemma.quality.Measurement;
import stemma.quality.Result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Keeps what was found; nothing here is ever changed. */
public final class ResultTable {
    private final JdbcClient database;

    public ResultTable(JdbcClient database) {
        this.database = database;
    }

    /** Writes a result; returns whether its id was free. */
    public boolean add(Result result) {
        Result.Instrument by = result.instrument();
        return database.sql("""
                insert into quality.result (id, inspection, characteristic, sample, value, unit,
                    number, outcome, occurred_at, recorded_at, recorded_by, evidence, instrument,
                    program, calibration, replaces, reason, against, correction)
                values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?,
                    ?, ?, ?, ?::uuid, ?, ?, ?)
                on conflict (id) do nothing
                """)
                        .params(Arrays.asList(
                                result.id().toString(),
                                result.inspection().toString(),
                                result.characteristic(),
                                result.sample(),
                                result.value(),
                                result.unit(),
                                result.number(),
                                result.outcome().word(),
                                result.occurredAt().toString(),
                                result.recordedAt().toString(),
                                result.by().code(),
                                result.evidence().name().toLowerCase(Locale.ROOT),
                                by == null ? null : by.resource(),
                                by == null ? null : by.program(),
                                by == null ? null : by.calibration(),
                                result.replaces() == null
                                        ? null
                                        : result.replaces().toString(),
                                result.reason(),
                                result.against(),
                                result.correction() == null
                                        ? null
                                        : SignatureText.of(result.correction())))
                        .update()
                > 0;
    }

    /** Returns the results of inspections, in the order in which they were recorded. */
    public List<Result> of(Collection<EventId> inspections) {
        if (inspections.isEmpty()) return List.of();
        return database.sql("""
                select * from quality.result where inspection = any(?::uuid[])
                order by recorded_at, characteristic, sample, id
                """)
                .param(inspections.stream().map(EventId::toString).toArray(String[]::new))
                .query(ResultTable::read)
                .list();
    }

    /** Returns the results of those ids, of whichever inspection. */
    public List<Result> byId(Collection<EventId> ids) {
        if (ids.isEmpty()) return List.of();
        return database.sql("select * from quality.result where id = any(?::uuid[])")
                .param(ids.stream().map(EventId::toString).toArray(String[]::new))
                .query(ResultTable::read)
                .list();
    }

    /** Returns what was measured by an instrument in a time, the latest first. */
    public List<Measurement> by(String instrument, Instant from, Instant until) {
        return database.sql("""
                select r.*, i.item_normal, i.site from quality.result r
                join quality.inspection i on i.id = r.inspection
                where upper(r.instrument) = upper(?)
                  and r.occurred_at >= ?::timestamptz and r.occurred_at <= ?::timestamptz
                order by r.occurred_at desc, r.id
                """)
                .params(instrument, from.toString(), until.toString())
                .query((row, number) -> measured(row, number))
                .list();
    }

    /** Returns a page of the results that were kept although something stood against them. */
    public List<Measurement> against(int offset, int limit) {
        return database.sql("""
                select r.*, i.item_normal, i.site from quality.result r
                join quality.inspection i on i.id = r.inspection
                where r.against <> ''
                  and not exists (select from quality.result l where l.replaces = r.id)
                order by r.recorded_at desc, r.id offset ? limit ?
                """)
                .params(offset, limit)
                .query((row, number) -> measured(row, number))
                .list();
    }

    private static Measurement measured(ResultSet row, int number) throws SQLException {
        return new Measurement(
                read(row, number),
                new ItemCode(row.getString("item_normal")),
                new SiteCode(row.getString("site")));
    }

    private static Result read(ResultSet row, int number) throws SQLException {
        String instrument = row.getString("instrument");
        String correction = row.getString("correction");
        UUID replaces = row.getObject("replaces", UUID.class);
        return new Result(
                new EventId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("inspection", UUID.class)),
                row.getInt("characteristic"),
                row.getInt("sample"),
                row.getString("value"),
                row.getString("unit"),
                row.getBigDecimal("number"),
                Result.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new ActorId(row.getString("recorded_by")),
                Evidence.valueOf(row.getString("evidence").toUpperCase(Locale.ROOT)),
                instrument == null
                        ? null
                        : new Result.Instrument(
                                instrument, row.getString("program"), row.getString("calibration")),
                replaces == null ? null : new EventId(replaces),
                row.getString("reason"),
                row.getString("against"),
                correction == null ? null : SignatureText.correction(correction));
    }
}
