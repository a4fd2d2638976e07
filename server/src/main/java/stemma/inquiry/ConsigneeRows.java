package stemma.inquiry;

import stemma.identifiers.LotId;
import stemma.inquiry.TraceDifference.Kind;
import stemma.inquiry.TraceDifference.Row;
import stemma.inquiry.TraceDifference.Turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells which shipments and customers two forward traces differ in, and in what they got. */
final class ConsigneeRows {
    private final Seen earlier;
    private final Seen later;
    private final Learned learned;
    private final Because in;
    private final Because out;
    private final List<Row> rows = new ArrayList<>();

    ConsigneeRows(Seen earlier, Seen later, Learned learned, Because in, Because out) {
        this.earlier = earlier;
        this.later = later;
        this.learned = learned;
        this.in = in;
        this.out = out;
    }

    List<Row> rows() {
        shipments();
        customers();
        return rows;
    }

    private void shipments() {
        Map<String, Road> before = roads(earlier);
        Map<String, Road> after = roads(later);
        after.forEach((code, road) -> {
            Road then = before.get(code);
            if (then == null)
                rows.add(Row.only(
                        Kind.SHIPMENT,
                        Turn.CAME_IN,
                        code,
                        code,
                        to(road) + ": " + loads(road),
                        ofShipment(road, in),
                        Subject.page("/shipments", code)));
            else if (!loads(then).equals(loads(road)))
                rows.add(Row.changed(
                        Kind.SHIPMENT,
                        code,
                        code,
                        to(road),
                        loads(then),
                        loads(road),
                        both(ofShipment(road, in), ofShipment(then, out)),
                        Subject.page("/shipments", code)));
        });
        before.forEach((code, road) -> {
            if (after.containsKey(code)) return;
            rows.add(Row.only(
                    Kind.SHIPMENT,
                    Turn.WENT_OUT,
                    code,
                    code,
                    to(road) + ": " + loads(road),
                    ofShipment(road, out),
                    Subject.page("/shipments", code)));
        });
    }

    private static Map<String, Road> roads(Seen seen) {
        Map<String, Road> byCode = new LinkedHashMap<>();
        if (seen.isForward())
            seen.board.roads().forEach(r -> byCode.put(r.shipment().code().code(), r));
        return byCode;
    }

    private static String to(Road road) {
        return "to " + words(road.consignee());
    }

    private static String words(Consignee consignee) {
        return consignee.name()
                + (consignee.shipToName().isEmpty() ? "" : ", " + consignee.shipToName());
    }

    private static String loads(Road road) {
        return road.loads().stream()
                .map(load -> load.lot().number() + " " + load.sent()
                        + (load.onTheRoad().isZero() ? "" : ", on the road " + load.onTheRoad()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private Set<Long> ofShipment(Road road, Because because) {
        Set<Long> found =
                new TreeSet<>(learned.ofShipment(road.shipment().code().code()));
        road.loads().forEach(load -> found.addAll(because.of(load.lot().lot().id())));
        return found;
    }

    private static Set<Long> both(Set<Long> some, Set<Long> others) {
        Set<Long> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private void customers() {
        Map<String, List<Reception>> before = receptions(earlier);
        Map<String, List<Reception>> after = receptions(later);
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String key : all) {
            List<Reception> then = before.getOrDefault(key, List.of());
            List<Reception> now = after.getOrDefault(key, List.of());
            if (received(then).equals(received(now))) continue;
            Consignee who = (now.isEmpty() ? then : now).getFirst().consignee();
            Set<Long> because = new TreeSet<>(learned.ofConsignee(who));
            at(later, key).forEach(lot -> because.addAll(in.of(lot)));
            at(earlier, key).forEach(lot -> because.addAll(out.of(lot)));
            String page = DifferenceRows.partner(who.partner());
            if (then.isEmpty())
                rows.add(Row.only(
                        Kind.CUSTOMER,
                        Turn.CAME_IN,
                        words(who),
                        key,
                        received(now),
                        because,
                        page));
            else if (now.isEmpty())
                rows.add(Row.only(
                        Kind.CUSTOMER,
                        Turn.WENT_OUT,
                        words(who),
                        key,
                        received(then),
                        because,
                        page));
            else
                rows.add(Row.changed(
                        Kind.CUSTOMER,
                        words(who),
                        key,
                        "",
                        received(then),
                        received(now),
                        because,
                        page));
        }
    }

    private static Map<String, List<Reception>> receptions(Seen seen) {
        return seen.isForward()
                ? seen.board.receptions().stream()
                        .collect(Collectors.groupingBy(r -> r.consignee().key()))
                : Map.of();
    }

    private static String received(List<Reception> receptions) {
        return receptions.stream()
                .map(ConsigneeRows::received)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String received(Reception reception) {
        List<String> parts = new ArrayList<>();
        if (!reception.there().isZero()) parts.add(reception.there().toString());
        if (!reception.onTheRoad().isZero()) parts.add(reception.onTheRoad() + " on the road");
        if (parts.isEmpty()) parts.add("nothing left");
        return reception.itemName() + " " + String.join(" and ", parts);
    }

    /** Returns the lots that the consignee has, will get or had. */
    private static Set<LotId> at(Seen seen, String consignee) {
        Set<LotId> lots = new HashSet<>();
        for (Where row : seen.board.allRows())
            if (row.consignee() != null && row.consignee().key().equals(consignee))
                lots.add(row.lot().lot().id());
        for (Road road : seen.board.roads())
            if (road.consignee().key().equals(consignee))
                road.loads().forEach(load -> lots.add(load.lot().lot().id()));
        return lots;
    }
}
