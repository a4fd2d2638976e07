package stemma.warehouse.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counted;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps count documents and what was counted. */
public final class CountTable {
    private final JdbcClient database;

    public CountTable(JdbcClient database) {
        this.database = database;
    }

    /** Adds a document; returns whether the code was free. */
    public boolean add(CountDocument count) {
        return database.sql("""
                insert into warehouse.count
                    (code, normal, site, place, sight, due, opened_by, opened_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, 'counting')
                on conflict do nothing
                """)
                        .params(
                                count.code().code(),
                                LotNumber.normal(count.code().code()),
                                count.site().code(),
                                count.place().text(),
                                word(count.sight()),
                                count.due(),
                                count.openedBy().code(),
                                count.openedAt().toString())
                        .update()
                > 0;
    }

    /** Returns the document, and keeps others from changing it until the transaction ends. */
    public Optional<CountDocument> forUpdate(DocumentCode code) {
        return one(code, " for update");
    }

    public Optional<CountDocument> find(DocumentCode code) {
        return one(code, "");
    }

    private Optional<CountDocument> one(DocumentCode code, String how) {
        return database.sql("select * from warehouse.count where normal = ?" + how)
                .param(LotNumber.normal(code.code()))
                .query((row, _) -> document(row))
                .optional();
    }

    /** Returns the counts that are under way, the next due first, and then the latest ended. */
    public List<CountDocument> all(int limit) {
        return database.sql("""
                select * from warehouse.count
                order by state <> 'counting', case when state = 'counting' then due end,
                    opened_at desc
                limit ?
                """).param(limit).query((row, _) -> document(row)).list();
    }

    public void end(CountDocument count) {
        database.sql("""
                update warehouse.count set state = ?, ended_by = ?, ended_at = ?::timestamptz
                where normal = ?
                """)
                .param(word(count.state()))
                .param(count.endedBy() == null ? null : count.endedBy().code())
                .param(count.endedAt() == null ? null : count.endedAt().toString())
                .param(LotNumber.normal(count.code().code()))
                .update();
    }

    /** Puts down what was counted, in place of what was said of the same before. */
    public void put(DocumentCode count, Counted line) {
        database.sql("""
                insert into warehouse.count_line
                    (count, lot, quantity, unit, weight, evidence, counted_by, counted_at, seq)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?)
                on conflict (count, lot) do update set quantity = excluded.quantity,
                    unit = excluded.unit, weight = excluded.weight,
                    evidence = excluded.evidence,
                    counted_by = excluded.counted_by, counted_at = excluded.counted_at,
                    seq = excluded.seq
                """)
                .param(LotNumber.normal(count.code()))
                .param(line.lot().toString())
                .param(line.quantity().amount())
                .param(line.quantity().unit().code())
                .param(line.weight() == null ? null : line.weight().toString())
                .param(word(line.evidence()))
                .param(line.by().code())
                .param(line.at().toString())
                .param(line.seq())
                .update();
    }

    public List<Counted> lines(DocumentCode count) {
        return database.sql("""
                select * from warehouse.count_line where count = ? order by counted_at, lot
                """)
                .param(LotNumber.normal(count.code()))
                .query((row, _) -> {
                    String weight = row.getString("weight");
                    return new Counted(
                            Portion.of(row.getString("lot")),
                            new Quantity(
                                    row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                            weight == null ? null : Quantity.of(weight),
                            Evidence.valueOf(row.getString("evidence").toUpperCase(Locale.ROOT)),
                            new ActorId(row.getString("counted_by")),
                            row.getObject("counted_at", OffsetDateTime.class).toInstant(),
                            row.getLong("seq"));
                })
                .list();
    }

    private static CountDocument document(ResultSet row) throws SQLException {
        String by = row.getString("ended_by");
        OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
        return new CountDocument(
                new DocumentCode(row.getString("code")),
                new SiteCode(row.getString("site")),
                Place.of(row.getString("place")),
                CountDocument.Sight.valueOf(row.getString("sight").toUpperCase(Locale.ROOT)),
                row.getObject("due", java.time.LocalDate.class),
                new ActorId(row.getString("opened_by")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                CountDocument.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                by == null ? null : new ActorId(by),
                at == null ? null : at.toInstant());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
