package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Purpose;
import stemma.stock.Reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads and writes what is reserved, as sets. */
public final class ReservationTable {
    private static final String IN_FORCE =
            " r.ended_as is null and (r.until is null or r.until > ?::timestamptz) ";
    private final JdbcClient database;

    public ReservationTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the first lot or unit of every reservation there ever was, by its key. */
    public Map<Long, LotId> named() {
        Map<Long, LotId> named = new HashMap<>();
        database.sql("select key, birth, first_ordinal from stock.reservation").query(row -> {
            named.put(
                    row.getLong("key"),
                    new LotId(EventId.of(row.getString("birth")), row.getInt("first_ordinal")));
        });
        return named;
    }

    /** Gives each reservation the key of its lot. */
    public void refer(Map<Long, Long> lots) {
        List<Map.Entry<Long, Long>> rows = List.copyOf(lots.entrySet());
        database.sql("""
                update stock.reservation r set lot = k.lot
                from unnest(?::bigint[], ?::bigint[]) as k (key, lot) where r.key = k.key
                """)
                .params(
                        rows.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                        rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Returns what is in force at the moment of any of these lots or at any of these places. */
    public List<Reservation> inForce(Collection<Long> lots, Collection<Place> places, Instant now) {
        if (lots.isEmpty() && places.isEmpty()) return List.of();
        return database.sql("select r.* from stock.reservation r where r.lot = any(?::bigint[]) and"
                        + IN_FORCE
                        + "union select r.* from stock.reservation r"
                        + " where r.place = any(?::text[]) and"
                        + IN_FORCE)
                .params(
                        lots.toArray(Long[]::new),
                        now.toString(),
                        places.stream().map(Place::text).toArray(String[]::new),
                        now.toString())
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns all that is in force at the moment. */
    public List<Reservation> allInForce(Instant now) {
        return database.sql("select r.* from stock.reservation r where" + IN_FORCE)
                .param(now.toString())
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns what carries the mark of a hold, and waits for whoever writes any of it. */
    public List<Reservation> marked(HoldCode hold) {
        return database.sql("""
                select r.* from stock.reservation r
                where r.ended_as is null and exists (
                    select from stock.mark m where m.hold = ? and m.lot = r.lot
                      and m.first_ordinal <= r.last_ordinal and m.last_ordinal >= r.first_ordinal)
                order by r.key for update
                """)
                .param(hold.code())
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns everything that was ever reserved for the orders, the oldest first. */
    public List<Reservation> ofOrders(Collection<String> normals) {
        return database.sql("""
                select r.* from stock.reservation r where r.order_normal = any(?::text[])
                order by r.order_normal, r.order_line, r.since, r.key
                """)
                .param(normals.toArray(String[]::new))
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns everything that was ever reserved of the lots, the oldest first. */
    public List<Reservation> ofLots(Collection<Long> lots) {
        return database.sql("""
                select r.* from stock.reservation r where r.lot = any(?::bigint[])
                order by r.since, r.key
                """)
                .param(lots.toArray(Long[]::new))
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns those of these that are open, and waits for whoever writes any of them. */
    public List<Reservation> open(Collection<Long> keys) {
        return database.sql("""
                select r.* from stock.reservation r
                where r.key = any(?::bigint[]) and r.ended_as is null order by r.key for update
                """)
                .param(keys.toArray(Long[]::new))
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns those whose time has run out, at most so many, and waits for who writes any. */
    public List<Reservation> overdue(Instant now, int limit) {
        return database.sql("""
                select r.* from stock.reservation r
                where r.ended_as is null and r.until <= ?::timestamptz
                order by r.until, r.key limit ? for update
                """)
                .params(now.toString(), limit)
                .query((row, _) -> reservation(row))
                .list();
    }

    /** Returns a key that nothing bears yet. */
    public long newKey() {
        return database.sql("select nextval(pg_get_serial_sequence('stock.reservation', 'key'))")
                .query(Long.class)
                .single();
    }

    /** Writes reservations as they are now; the event at that seq ended those that it ended. */
    public void write(List<Reservation> all, @Nullable Long seq) {
        if (all.isEmpty()) return;
        database.sql("""
                insert into stock.reservation (key, parted_from, lot, birth, first_ordinal,
                    last_ordinal, unit, quantity, place, order_code, order_normal, order_line,
                    purpose, actor, since, until, picked_by, picked_at, picked_how,
                    ended_as, ended_seq, ended_at)
                select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::int[],
                    ?::int[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::int[],
                    ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                on conflict (key) do update set
                    lot = excluded.lot, birth = excluded.birth,
                    first_ordinal = excluded.first_ordinal, last_ordinal = excluded.last_ordinal,
                    unit = excluded.unit, quantity = excluded.quantity, place = excluded.place,
                    picked_by = excluded.picked_by, picked_at = excluded.picked_at,
                    picked_how = excluded.picked_how,
                    ended_as = excluded.ended_as, ended_seq = excluded.ended_seq,
                    ended_at = excluded.ended_at
                where stock.reservation.ended_as is null
                """).params(columns(all, seq)).update();
    }

    private static Object[] columns(List<Reservation> all, @Nullable Long seq) {
        List<Object> columns = new ArrayList<>();
        columns.add(all.stream().map(Reservation::key).toArray(Long[]::new));
        columns.add(all.stream().map(Reservation::partedFrom).toArray(Long[]::new));
        columns.add(all.stream().map(Reservation::lotKey).toArray(Long[]::new));
        columns.add(texts(all, r -> r.lot().first().birth().toString()));
        columns.add(numbers(all, r -> r.lot().first().ordinal()));
        columns.add(numbers(all, r -> r.lot().last()));
        columns.add(texts(all, r -> r.quantity().unit().code()));
        columns.add(texts(all, r -> r.quantity().amount().toPlainString()));
        columns.add(texts(all, r -> r.place().text()));
        columns.add(texts(all, r -> r.order().code()));
        columns.add(texts(all, r -> LotNumber.normal(r.order().code())));
        columns.add(numbers(all, Reservation::line));
        columns.add(texts(all, r -> r.purpose().name().toLowerCase(Locale.ROOT)));
        columns.add(texts(all, r -> r.by().code()));
        columns.add(texts(all, r -> r.since().toString()));
        columns.add(texts(all, r -> r.until() == null ? null : r.until().toString()));
        columns.add(texts(all, r -> r.picked() == null ? null : r.picked().by().code()));
        columns.add(texts(all, r -> r.picked() == null ? null : r.picked().at().toString()));
        columns.add(texts(all, r -> r.picked() == null ? null : word(r.picked().evidence())));
        columns.add(texts(all, r -> r.ending() == null ? null : word(r.ending().how())));
        columns.add(all.stream()
                .map(r -> r.ending() == null
                        ? null
                        : r.ending().seq() == null ? seq : r.ending().seq())
                .toArray(Long[]::new));
        columns.add(texts(all, r -> r.ending() == null ? null : r.ending().at().toString()));
        return columns.toArray();
    }

    private static String[] texts(
            List<Reservation> all, Function<Reservation, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Reservation> all, Function<Reservation, Integer> column) {
        return all.stream().map(column).toArray(Integer[]::new);
    }

    private static String word(Enum<?> how) {
        return how.name().toLowerCase(Locale.ROOT);
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        int first = row.getInt("first_ordinal");
        LotId lot = new LotId(EventId.of(row.getString("birth")), first);
        long parted = row.getLong("parted_from");
        Long partedFrom = row.wasNull() ? null : parted;
        return new Reservation(
                row.getLong("key"),
                partedFrom,
                row.getLong("lot"),
                new Portion(lot, row.getInt("last_ordinal") - first + 1),
                new Quantity(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                Place.of(row.getString("place")),
                new OrderCode(row.getString("order_code")),
                row.getInt("order_line"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                new ActorId(row.getString("actor")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                moment(row, "until"),
                picked(row),
                ending(row));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Reservation.@Nullable Picked picked(ResultSet row) throws SQLException {
        String by = row.getString("picked_by");
        Instant at = moment(row, "picked_at");
        if (by == null || at == null) return null;
        Evidence how = Evidence.valueOf(row.getString("picked_how").toUpperCase(Locale.ROOT));
        return new Reservation.Picked(new ActorId(by), at, how);
    }

    private static Reservation.@Nullable Ending ending(ResultSet row) throws SQLException {
        String how = row.getString("ended_as");
        Instant at = moment(row, "ended_at");
        if (how == null || at == null) return null;
        long seq = row.getLong("ended_seq");
        return new Reservation.Ending(
                Reservation.How.valueOf(how.toUpperCase(Locale.ROOT)),
                row.wasNull() ? null : seq,
                at);
    }
}
