package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.identifiers.ActorId;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;
import stemma.journal.CanonicalJson;
import stemma.ledger.ContentBasis;
import stemma.ledger.Descent;
import stemma.ledger.Place;
import stemma.ledger.ReachJson;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Balance;
import stemma.stock.Container;
import stemma.stock.Hold;
import stemma.stock.Mark;
import stemma.stock.Marked;
import stemma.stock.Shipment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads balances, holds, containers and shipments as sets, and keeps marks. */
public final class StockTable {
    private final JdbcClient database;

    public StockTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns what an append may ask about: where the lots stand, what of those {@code beyond} is
     * elsewhere, all that is at the places, and the ranges of blocks that are touched or there.
     */
    public List<Balance> balances(
            Map<Long, Lot> lots,
            Collection<Portion> touched,
            Collection<Place> places,
            Collection<Long> beyond) {
        List<Balance> all = standing(lots, places, beyond);
        List<Long> blocks = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        List<Integer> lasts = new ArrayList<>();
        for (Lot lot : lots.values()) {
            if (!lot.isSerial()) continue;
            for (Portion portion : touched) {
                if (!portion.overlaps(lot.span())) continue;
                blocks.add(lot.key());
                firsts.add(portion.first().ordinal());
                lasts.add(portion.last());
            }
        }
        if (blocks.isEmpty() && places.isEmpty()) return all;
        database.sql("""
                select distinct u.lot, u.first_ordinal, u.last_ordinal, u.place
                from unnest(?::bigint[], ?::int[], ?::int[]) as a (lot, first, last)
                cross join lateral (
                    (select * from stock.unit_range r
                    where r.lot = a.lot and r.first_ordinal <= a.first
                    order by r.first_ordinal desc limit 1)
                    union all
                    select * from stock.unit_range r
                    where r.lot = a.lot and r.first_ordinal > a.first and r.first_ordinal <= a.last
                ) u
                where u.last_ordinal >= a.first
                union
                select u.lot, u.first_ordinal, u.last_ordinal, u.place
                from stock.unit_range u where u.place = any(?::text[])
                """)
                .params(
                        blocks.toArray(Long[]::new),
                        firsts.toArray(Integer[]::new),
                        lasts.toArray(Integer[]::new),
                        texts(places))
                .query((row, _) -> range(row, lots))
                .list()
                .forEach(all::add);
        return all;
    }

    /** Returns every balance and range of the lots, empty places left out. */
    public List<Balance> balances(Collection<Lot> lots) {
        Map<Long, Lot> byKey = new HashMap<>();
        lots.forEach(lot -> byKey.put(lot.key(), lot));
        if (byKey.isEmpty()) return new ArrayList<>();
        return askBalances(byKey.keySet(), byKey).from(database);
    }

    /** Asks for the same of lots by our inner keys, which are known when it is answered. */
    public static Select<Balance> askBalances(Collection<Long> lots, Map<Long, Lot> byKey) {
        return new Select<>(
                """
                select false as is_range, lot, place, quantity, catch_weight, catch_unit,
                    0 as first_ordinal, 0 as last_ordinal
                from stock.balance where lot = any(?::bigint[]) and present
                union all
                select true, lot, place, null, null, null, first_ordinal, last_ordinal
                from stock.unit_range where lot = any(?::bigint[])
                order by is_range, lot, first_ordinal, place
                """,
                List.of(keys(lots), keys(lots)),
                (row, _) -> row.getBoolean("is_range") ? range(row, byKey) : balance(row, byKey));
    }

    private List<Balance> standing(
            Map<Long, Lot> lots, Collection<Place> places, Collection<Long> beyond) {
        if (lots.isEmpty()) return new ArrayList<>();
        return new ArrayList<>(database.sql("""
                select lot, place, quantity, catch_weight, catch_unit from stock.balance
                where lot = any(?::bigint[]) and guarded and present
                union
                select lot, place, quantity, catch_weight, catch_unit from stock.balance
                where lot = any(?::bigint[]) and present
                union
                select lot, place, quantity, catch_weight, catch_unit from stock.balance
                where place = any(?::text[]) and present
                order by lot, place
                """)
                .params(keys(lots.keySet()), keys(beyond), texts(places))
                .query((row, _) -> balance(row, lots))
                .list());
    }

    private static Balance balance(ResultSet row, Map<Long, Lot> lots) throws SQLException {
        Lot lot = java.util.Objects.requireNonNull(lots.get(row.getLong("lot")));
        return new Balance(
                Portion.of(lot.id()),
                Place.of(row.getString("place")),
                new Quantity(row.getBigDecimal("quantity"), lot.unit()),
                weight(row));
    }

    static @Nullable Quantity weight(ResultSet row) throws SQLException {
        BigDecimal weight = row.getBigDecimal("catch_weight");
        String unit = row.getString("catch_unit");
        return weight == null || unit == null ? null : new Quantity(weight, new Unit(unit));
    }

    private static Balance range(ResultSet row, Map<Long, Lot> lots) throws SQLException {
        Lot lot = java.util.Objects.requireNonNull(lots.get(row.getLong("lot")));
        int first = row.getInt("first_ordinal");
        int count = row.getInt("last_ordinal") - first + 1;
        return new Balance(
                new Portion(new LotId(lot.id().birth(), first), count),
                Place.of(row.getString("place")),
                new Quantity(BigDecimal.valueOf(count), lot.unit()),
                null);
    }

    /** Returns the lots of which anything stands at any of the places. */
    public Set<Long> lotsAt(Collection<Place> places) {
        if (places.isEmpty()) return Set.of();
        String[] texts = texts(places);
        return new HashSet<>(
                database.sql("""
                select lot from stock.balance where place = any(?::text[]) and present
                union select lot from stock.unit_range where place = any(?::text[])
                """).params(texts, texts).query(Long.class).list());
    }

    public List<Hold> holds() {
        return askHolds().from(database);
    }

    public static Select<Hold> askHolds() {
        String sql = "select * from stock.hold where lifted_seq is null order by code";
        return new Select<>(sql, List.of(), (row, _) -> hold(row));
    }

    public java.util.Optional<Hold> hold(HoldCode code) {
        return database.sql("select * from stock.hold where code = ?")
                .param(code.code())
                .query((row, _) -> hold(row))
                .optional();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                new HoldCode(row.getString("code")),
                ReachJson.read(CanonicalJson.read(
                        row.getString("reach").getBytes(StandardCharsets.UTF_8))),
                Descent.valueOf(row.getString("descent")),
                row.getString("reason"),
                new ActorId(row.getString("actor")),
                row.getObject("held_from", OffsetDateTime.class).toInstant(),
                row.getLong("seq"),
                Hold.Spread.valueOf(row.getString("spread").toUpperCase(java.util.Locale.ROOT)));
    }

    public Set<HoldCode> everHeld(Collection<HoldCode> codes) {
        if (codes.isEmpty()) return Set.of();
        return new HashSet<>(database.sql("select code from stock.hold where code = any(?::text[])")
                .param(codes.stream().map(HoldCode::code).toArray(String[]::new))
                .query((row, _) -> new HoldCode(row.getString(1)))
                .list());
    }

    public List<Mark> marks(Collection<Lot> lots) {
        Map<Long, Lot> byKey = new HashMap<>();
        lots.forEach(lot -> byKey.put(lot.key(), lot));
        return marks(byKey);
    }

    public List<Mark> marks(Map<Long, Lot> lots) {
        if (lots.isEmpty()) return List.of();
        return database.sql("""
                select m.hold, m.lot, m.first_ordinal, m.last_ordinal
                from stock.mark m join stock.hold h on h.code = m.hold
                where m.lot = any(?::bigint[]) and h.lifted_seq is null
                """)
                .param(keys(lots.keySet()))
                .query((row, _) -> {
                    Lot lot = java.util.Objects.requireNonNull(lots.get(row.getLong("lot")));
                    int first = row.getInt("first_ordinal");
                    return new Mark(
                            new HoldCode(row.getString("hold")),
                            new Portion(
                                    new LotId(lot.id().birth(), first),
                                    row.getInt("last_ordinal") - first + 1));
                })
                .list();
    }

    public List<Marked> marked(HoldCode hold) {
        return database.sql(
                        "select lot, first_ordinal, last_ordinal from stock.mark where hold = ?")
                .param(hold.code())
                .query((row, _) -> new Marked(
                        row.getLong("lot"),
                        row.getInt("first_ordinal"),
                        row.getInt("last_ordinal")))
                .list();
    }

    public int mark(HoldCode hold, Collection<Marked> lots) {
        if (lots.isEmpty()) return 0;
        return database.sql("""
                insert into stock.mark (hold, lot, first_ordinal, last_ordinal)
                select ?, lot, first, max(last)
                from unnest(?::bigint[], ?::int[], ?::int[]) as m (lot, first, last)
                group by lot, first
                order by lot, first
                on conflict (lot, hold, first_ordinal) do update
                    set last_ordinal = excluded.last_ordinal
                    where stock.mark.last_ordinal < excluded.last_ordinal
                """)
                .params(
                        hold.code(),
                        lots.stream().map(Marked::lot).toArray(Long[]::new),
                        lots.stream().map(Marked::first).toArray(Integer[]::new),
                        lots.stream().map(Marked::last).toArray(Integer[]::new))
                .update();
    }

    /** Takes a hold's marks off whatever is not among these. */
    public void unmarkBut(HoldCode hold, Collection<Marked> lots) {
        database.sql("""
                delete from stock.mark m where m.hold = ? and not exists (
                    select from unnest(?::bigint[], ?::int[], ?::int[]) as k (lot, first, last)
                    where k.lot = m.lot and k.first = m.first_ordinal and k.last = m.last_ordinal)
                """)
                .params(
                        hold.code(),
                        lots.stream().map(Marked::lot).toArray(Long[]::new),
                        lots.stream().map(Marked::first).toArray(Integer[]::new),
                        lots.stream().map(Marked::last).toArray(Integer[]::new))
                .update();
    }

    public void spread(HoldCode hold, Hold.Spread spread) {
        database.sql("update stock.hold set spread = ? where code = ? and spread <> ?")
                .params(word(spread), hold.code(), word(spread))
                .update();
    }

    static String word(Hold.Spread spread) {
        return spread.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the containers, everything inside them and everything they are inside of. */
    public List<Container> containers(Collection<ContainerCode> codes) {
        if (codes.isEmpty()) return List.of();
        String[] texts = codes.stream().map(ContainerCode::code).toArray(String[]::new);
        return database.sql("""
                with recursive down as (
                    select * from stock.container where code = any(?::text[])
                    union
                    select c.* from stock.container c join down d on c.parent = d.code
                ), up as (
                    select * from down
                    union
                    select c.* from stock.container c join up u on u.parent = c.code
                )
                select * from up order by code
                """)
                .param(texts)
                .query((row, _) -> {
                    String parent = row.getString("parent");
                    String place = row.getString("place");
                    return new Container(
                            new ContainerCode(row.getString("code")),
                            parent == null ? null : new ContainerCode(parent),
                            place == null ? null : Place.of(place),
                            ContentBasis.valueOf(row.getString("basis")));
                })
                .list();
    }

    /**
     * Returns the births among these whose lots moved under another event than that of their birth.
     */
    public Set<Portion> withDependents(Map<Long, Lot> lots, Map<Portion, Long> births) {
        if (births.isEmpty()) return Set.of();
        Set<Portion> found = new HashSet<>();
        for (Lot lot : lots.values()) {
            Long born = births.get(lot.span());
            if (born == null) continue;
            boolean moved = database.sql("""
                    select exists (select from stock.movement
                    where lot = ? and seq <> ? and corrected_by is null)
                    """)
                    .params(lot.key(), born)
                    .query(Boolean.class)
                    .single();
            if (moved) found.add(lot.span());
        }
        return found;
    }

    public static Select<Shipment> askShipments(Collection<ShipmentCode> codes) {
        Object normals = codes.stream().map(c -> LotNumber.normal(c.code())).toArray(String[]::new);
        return new Select<>("""
                select distinct on (code_normal) * from stock.shipment
                where code_normal = any(?::text[]) and corrected_by is null
                order by code_normal, seq
                """, List.of(normals), (row, _) -> shipment(row));
    }

    public List<Shipment> shipmentsFor(OrderCode order) {
        return database.sql("""
                select distinct on (code_normal) * from stock.shipment
                where sales_order = ? and corrected_by is null order by code_normal, seq
                """)
                .param(order.code())
                .query((row, _) -> shipment(row))
                .list();
    }

    static Shipment shipment(ResultSet row) throws SQLException {
        String order = row.getString("sales_order");
        String shipTo = row.getString("ship_to");
        return new Shipment(
                new ShipmentCode(row.getString("code")),
                order == null ? null : new OrderCode(order),
                new PartnerCode(row.getString("consignee")),
                shipTo == null ? null : new ShipToCode(shipTo),
                new SiteCode(row.getString("site")),
                row.getObject("occurred_from", OffsetDateTime.class).toInstant());
    }

    private static Long[] keys(Collection<Long> keys) {
        return keys.toArray(Long[]::new);
    }

    private static String[] texts(Collection<Place> places) {
        return places.stream().map(Place::text).toArray(String[]::new);
    }
}
