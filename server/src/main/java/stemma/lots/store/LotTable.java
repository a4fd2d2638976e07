package stemma.lots.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Tracking;
import stemma.database.Select;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.identifiers.SiteCode;
import stemma.ledger.ExternalLot;
import stemma.ledger.PassportJson;
import stemma.ledger.Status;
import stemma.lots.Judgement;
import stemma.lots.KnownNumber;
import stemma.lots.Lot;
import stemma.lots.LotKind;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.lots.Units;
import stemma.quantity.Unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads lots, always as sets. A voided birth is no lot. */
public final class LotTable {
    static final String LOT = """
            l.key, l.birth, l.first_ordinal, l.last_ordinal, l.unit, l.tracking, l.site, l.status,
            l.passport, l.born_seq, l.born_from, l.born_to, l.retained
            """;

    // As the indexes of V4025 have it.
    static final String LOOK = "translate(%s, 'OIL-_./ ', '011')";

    private static final NavigableMap<Integer, Lot> NONE = Collections.emptyNavigableMap();

    private final JdbcClient database;

    public LotTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns for each id the lot or the block that holds it. */
    public Map<LotId, Lot> byId(Collection<LotId> ids) {
        return ids.isEmpty() ? Map.of() : found(ids, askById(ids).from(database));
    }

    public Map<LotId, Lot> byIdEvenVoided(Collection<LotId> ids) {
        return ids.isEmpty() ? Map.of() : found(ids, askById(ids, "").from(database));
    }

    /** Asks for the lots and blocks that hold these, to be {@link #found} among them. */
    public static Select<Lot> askById(Collection<LotId> ids) {
        return askById(ids, "and c.voided_by is null");
    }

    /** Many units are of few blocks: each block is read once. */
    private static Select<Lot> askById(Collection<LotId> ids, String standing) {
        return new Select<>(
                "select " + LOT + """
                from lots.lot l where l.key = any(array(
                    select b.key from unnest(?::uuid[], ?::int[]) as a (birth, ordinal)
                    cross join lateral (
                        select c.key from lots.lot c
                        where c.birth = a.birth and c.first_ordinal <= a.ordinal %s
                        order by c.first_ordinal desc limit 1) b))
                """.formatted(standing),
                List.of(
                        ids.stream().map(id -> id.birth().toString()).toArray(String[]::new),
                        ids.stream().map(LotId::ordinal).toArray(Integer[]::new)),
                (row, _) -> lot(row));
    }

    /** Returns for each id that of the lots or blocks which holds it. */
    public static Map<LotId, Lot> found(Collection<LotId> ids, List<Lot> lots) {
        Map<LotId, Lot> found = new HashMap<>();
        Map<EventId, NavigableMap<Integer, Lot>> born = new HashMap<>();
        lots.forEach(lot -> born.computeIfAbsent(lot.id().birth(), _ -> new TreeMap<>())
                .put(lot.id().ordinal(), lot));
        for (LotId id : ids) {
            var block = born.getOrDefault(id.birth(), NONE).floorEntry(id.ordinal());
            if (block != null && block.getValue().span().contains(id))
                found.put(id, block.getValue());
        }
        return found;
    }

    public List<Lot> byKey(Collection<Long> keys) {
        if (keys.isEmpty()) return List.of();
        return askByKey(keys).from(database);
    }

    /** Asks for lots by our inner keys. */
    public static Select<Lot> askByKey(Collection<Long> keys) {
        Object all = keys.toArray(Long[]::new);
        return new Select<>(
                "select " + LOT + " from lots.lot l where l.key = any(?::bigint[]) order by l.key",
                List.of(all),
                (row, _) -> lot(row));
    }

    public Map<LotKind, long[]> kinds(long[] keys) {
        Map<LotKind, long[]> kinds = new HashMap<>();
        database.sql("""
                select item, unit, tracking = 'SERIAL' as serial, array_agg(key) as keys
                from lots.lot where key = any(?::bigint[]) group by 1, 2, 3
                """).param(keys).query(row -> {
            Long[] lots = (Long[]) row.getArray("keys").getArray();
            kinds.put(
                    new LotKind(
                            new ItemCode(row.getString("item")),
                            new Unit(row.getString("unit")),
                            row.getBoolean("serial")),
                    Arrays.stream(lots).mapToLong(Long::longValue).toArray());
        });
        return kinds;
    }

    public List<Lot> family(@Nullable ItemCode item, LotNumber number) {
        String code = item == null ? "" : item.code();
        return database.sql("select " + LOT + """
                from lots.lot l
                where l.number_normal = ? and (? = '' or upper(l.item) = upper(?))
                  and l.voided_by is null
                order by l.key
                """)
                .params(number.normal(), code, code)
                .query((row, _) -> lot(row))
                .list();
    }

    /** Returns the lots of these numbers, of any item. */
    public List<Lot> families(Collection<String> normals) {
        return database.sql("select " + LOT + """
                from lots.lot l
                where l.number_normal = any(?::text[]) and l.voided_by is null
                order by l.key
                """)
                .param(normals.toArray(String[]::new))
                .query((row, _) -> lot(row))
                .list();
    }

    public List<Lot> byExternal(String text) {
        return database.sql("select distinct on (l.key) " + LOT + """
                from lots.external e join lots.lot l on l.key = e.lot
                where e.text_normal = ? and l.voided_by is null
                order by l.key
                """)
                .param(LotNumber.normal(text))
                .query((row, _) -> lot(row))
                .list();
    }

    /** Returns the lots with a voided birth that bore the number: ours, another's or a serial. */
    public List<Lot> voided(String normal, int limit) {
        return database.sql("select " + LOT + """
                from lots.lot l
                where l.voided_by is not null and (l.number_normal = ?
                    or l.key in (select e.lot from lots.external e where e.text_normal = ?)
                    or l.key in (select s.lot from lots.serial s where s.serial_normal = ?))
                order by l.key limit ?
                """)
                .params(normal, normal, normal, limit)
                .query((row, _) -> lot(row))
                .list();
    }

    public List<Lot> beginningWith(String text, int limit) {
        String prefix =
                LotNumber.normal(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                        + "%";
        return database.sql("select " + LOT + """
                from lots.lot l
                where l.number_normal like ? and l.voided_by is null
                order by l.number_normal, l.key limit ?
                """)
                .params(prefix, limit)
                .query((row, _) -> lot(row))
                .list();
    }

    public List<Lot> lookingLike(String text, int limit) {
        String normal = LotNumber.normal(text);
        return database.sql(
                        "with asked as (select " + LOOK.formatted("?::text") + " as look) select "
                                + LOT
                                + " from lots.lot l where l.voided_by is null and l.key in ("
                                + " select key from lots.lot, asked where "
                                + LOOK.formatted("number_normal")
                                + " = look union select lot from lots.external, asked where "
                                + LOOK.formatted("text_normal")
                                + " = look union select lot from lots.serial, asked where "
                                + LOOK.formatted("serial_normal")
                                + " = look) order by l.number_normal, l.key limit ?")
                .params(normal, limit)
                .query((row, _) -> lot(row))
                .list();
    }

    // Numbers are found before their lots; a plan made while there were few lots would else go on
    // walking along all of them for the sake of their order.
    public List<KnownNumber> knownAs(Collection<String> texts) {
        return database.sql("with e as materialized (select issuer, text, lot from lots.external"
                        + " where " + LOOK.formatted("text_normal") + " = any(?)) select"
                        + " e.issuer, e.text, " + LOT
                        + " from e join lots.lot l on l.key = e.lot"
                        + " where l.voided_by is null order by l.key")
                .param(texts.stream().map(Lots::look).distinct().toArray(String[]::new))
                .query((row, _) -> known(row))
                .list();
    }

    public List<KnownNumber> byExternals(Collection<String> texts) {
        return database.sql("select e.issuer, e.text, " + LOT + """
                from lots.external e join lots.lot l on l.key = e.lot
                where e.text_normal = any(?::text[]) and l.voided_by is null
                order by l.key
                """)
                .param(texts.stream().map(LotNumber::normal).distinct().toArray(String[]::new))
                .query((row, _) -> known(row))
                .list();
    }

    private static KnownNumber known(ResultSet row) throws SQLException {
        return new KnownNumber(
                new ExternalLot(new PartnerCode(row.getString("issuer")), row.getString("text")),
                lot(row));
    }

    public List<Lot> ofItem(ItemCode item, int offset, int limit) {
        return database.sql("select " + LOT + """
                from lots.lot l where l.item = ? and l.voided_by is null
                order by l.born_from desc, l.key desc offset ? limit ?
                """)
                .params(item.code(), offset, limit)
                .query((row, _) -> lot(row))
                .list();
    }

    public long begunSince(ItemCode item, Instant since) {
        return database.sql("""
                select count(*) from lots.lot l
                where l.item = ? and l.voided_by is null and l.born_from >= ?
                """)
                .params(item.code(), since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public List<Long> keysOf(Collection<ItemCode> items) {
        return database.sql("select l.key from unnest(?::text[]) as i (normal)"
                        + " join lots.lot l on upper(l.item) = i.normal"
                        + " where l.voided_by is null order by l.key")
                .param(items.stream()
                        .map(item -> LotNumber.normal(item.code()))
                        .distinct()
                        .toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    public List<SerialUnit> bySerial(String text) {
        return bySerials(List.of(LotNumber.normal(text)));
    }

    /** Returns every life of the units with these serials, of any item. */
    public List<SerialUnit> bySerials(Collection<String> normals) {
        return database.sql("select s.text, s.ordinal, s.life, s.ended_by, " + LOT + """
                from lots.serial s join lots.lot l on l.key = s.lot
                where s.serial_normal = any(?::text[]) and l.voided_by is null
                order by s.serial_normal, s.life
                """)
                .param(normals.toArray(String[]::new))
                .query((row, _) -> {
                    Lot block = lot(row);
                    return new SerialUnit(
                            new SerialNumber(row.getString("text")),
                            new LotId(block.id().birth(), row.getInt("ordinal")),
                            block,
                            row.getInt("life"),
                            row.getObject("ended_by") == null
                                    ? SerialUnit.Life.GOES_ON
                                    : SerialUnit.Life.ENDED);
                })
                .list();
    }

    public List<SerialNumber> serials(Portion units) {
        return database.sql("""
                select s.text from lots.serial s join lots.lot l on l.key = s.lot
                where l.birth = ?::uuid and l.first_ordinal <= ? and l.last_ordinal >= ?
                  and s.ordinal between ? and ?
                order by s.ordinal
                """)
                .params(
                        units.first().birth().toString(),
                        units.first().ordinal(),
                        units.first().ordinal(),
                        units.first().ordinal(),
                        units.last())
                .query((row, _) -> new SerialNumber(row.getString(1)))
                .list();
    }

    /** A text for many units costs far less on the way than a row for each. */
    public List<byte[]> serialLines(List<Units> of) {
        return database.sql("""
                select coalesce(t.lines, '')
                from unnest(?::bigint[], ?::int[], ?::int[]) with ordinality
                    as a (lot, first, last, place)
                cross join lateral (
                    select string_agg(s.text, E'\\n' order by s.ordinal) || E'\\n' as lines
                    from lots.serial s
                    where s.lot = a.lot and s.ordinal between a.first and a.last) t
                order by a.place
                """)
                .params(
                        of.stream().mapToLong(Units::lot).toArray(),
                        of.stream().mapToInt(Units::first).toArray(),
                        of.stream().mapToInt(Units::last).toArray())
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    /**
     * Returns the judgements that stand on these lots, in the order in which they were recorded.
     */
    public List<Judgement> judgements(Collection<Long> lots) {
        return lots.isEmpty() ? new ArrayList<>() : askJudgements(lots).from(database);
    }

    /** Asks for the same. */
    public static Select<Judgement> askJudgements(Collection<Long> lots) {
        Object all = lots.toArray(Long[]::new);
        return new Select<>(
                """
                select l.birth, j.first_ordinal, j.last_ordinal, j.status, j.seq, j.occurred_from, j.actor
                from lots.judgement j join lots.lot l on l.key = j.lot
                where j.lot = any(?::bigint[]) and j.corrected_by is null
                order by j.seq
                """,
                List.of(all),
                (row, _) -> new Judgement(
                        portion(row),
                        Status.valueOf(row.getString("status")),
                        row.getLong("seq"),
                        row.getObject("occurred_from", OffsetDateTime.class).toInstant(),
                        new ActorId(row.getString("actor"))));
    }

    private static Portion portion(ResultSet row) throws SQLException {
        int first = row.getInt("first_ordinal");
        LotId id = new LotId(new EventId(row.getObject("birth", UUID.class)), first);
        return new Portion(id, row.getInt("last_ordinal") - first + 1);
    }

    static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                row.getLong("key"),
                portion(row),
                new Unit(row.getString("unit")),
                Tracking.valueOf(row.getString("tracking")),
                new SiteCode(row.getString("site")),
                Status.valueOf(row.getString("status")),
                PassportJson.read(row.getString("passport")),
                row.getLong("born_seq"),
                row.getObject("born_from", OffsetDateTime.class).toInstant(),
                row.getObject("born_to", OffsetDateTime.class).toInstant(),
                row.getBoolean("retained"));
    }
}
