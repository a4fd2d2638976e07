package stemma.inquiry;

import stemma.genealogy.Completeness;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a lot, gone bad, means: everything that may contain it, where each part of that is, and who
 * has it. Amounts are added per item and per unit, never across units or from what was asked about
 * to what was made of it.
 */
public record Board(
        Subject subject,
        Insight insight,
        Instant at,
        List<Group> groups,
        List<Road> roads,
        Completeness completeness) {
    public Board {
        groups = List.copyOf(groups);
        roads = List.copyOf(roads);
    }

    /** Returns the groups that play a part, those with most lots first. */
    public List<Group> of(Group.Tier tier) {
        return groups.stream().filter(group -> group.tier() == tier).toList();
    }

    /** Returns the sums of the finished goods, one for each unit, the unit of most lots first. */
    public List<Tally> sums() {
        Map<String, Tally> byUnit = new LinkedHashMap<>();
        for (Group group : of(Group.Tier.FINISHED)) {
            byUnit.merge(group.tally().unit().code(), group.tally(), Tally::plus);
        }
        return byUnit.values().stream()
                .sorted(Comparator.comparing(Tally::lots).reversed())
                .toList();
    }

    /** Returns every row behind the numbers of the finished goods. */
    public List<Where> rows() {
        return of(Group.Tier.FINISHED).stream().flatMap(g -> g.rows().stream()).toList();
    }

    /** Returns every row, of what was asked about and made on the way too. */
    public List<Where> allRows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    public int lots() {
        return of(Group.Tier.FINISHED).stream()
                .mapToInt(group -> group.lots().size())
                .sum();
    }

    /** Returns who has, will get or had goods concerned, by name and ship-to. */
    public List<Consignee> consignees() {
        Map<String, Consignee> all = new TreeMap<>();
        for (Where row : allRows()) {
            if (row.consignee() != null) all.put(row.consignee().key(), row.consignee());
        }
        for (Road road : roads) all.put(road.consignee().key(), road.consignee());
        return all.values().stream()
                .sorted(Comparator.comparing(Consignee::name)
                        .thenComparing(Consignee::shipToName)
                        .thenComparing(Consignee::key))
                .toList();
    }

    public int customers() {
        return (int) consignees().stream().map(Consignee::partner).distinct().count();
    }

    /** Returns how many ship-tos; a customer of whom none is known counts as one. */
    public int shipTos() {
        return consignees().size();
    }

    public Set<String> countries() {
        Set<String> all = new TreeSet<>();
        consignees().forEach(consignee -> all.add(consignee.country()));
        all.remove("");
        return all;
    }

    public Optional<Instant> lastShippedAt() {
        return roads.stream()
                .map(road -> road.shipment().shippedAt())
                .max(Comparator.naturalOrder());
    }

    /** Returns the shipments that can still be stopped, the latest first. */
    public List<Road> onTheRoad() {
        return roads.stream().filter(Road::isOnTheRoad).toList();
    }

    /**
     * Returns what each consignee has or will get of each item, those with goods on the road first.
     */
    public List<Reception> receptions() {
        Map<String, List<Where>> rows = new TreeMap<>();
        for (Where row : allRows()) {
            if (row.consignee() == null) continue;
            rows.computeIfAbsent(key(row.consignee(), row.lot()), _ -> new ArrayList<>())
                    .add(row);
        }
        Map<String, Set<String>> shipments = new TreeMap<>();
        Map<String, Road.Load> gone = new TreeMap<>();
        Map<String, Consignee> to = new TreeMap<>();
        for (Road road : roads) {
            for (Road.Load load : road.loads()) {
                String key = key(road.consignee(), load.lot());
                shipments
                        .computeIfAbsent(key, _ -> new TreeSet<>())
                        .add(road.shipment().code().code());
                gone.put(key, load);
                to.put(key, road.consignee());
            }
        }
        List<Reception> all = new ArrayList<>();
        rows.forEach(
                (key, list) -> all.add(reception(list, shipments.getOrDefault(key, Set.of()))));
        // Who sent everything back had it all the same.
        gone.forEach((key, load) -> {
            if (rows.containsKey(key)) return;
            Quantity none = Quantity.zero(load.lot().lot().unit());
            all.add(new Reception(
                    java.util.Objects.requireNonNull(to.get(key)),
                    load.lot().lot().item(),
                    load.lot().itemName(),
                    none,
                    none,
                    0,
                    shipments.getOrDefault(key, Set.of())));
        });
        all.sort(Comparator.comparing((Reception r) -> !r.onTheRoad().isPositive())
                .thenComparing(r -> r.consignee().name())
                .thenComparing(r -> r.consignee().shipToName())
                .thenComparing(Reception::itemName));
        return all;
    }

    private static Reception reception(List<Where> rows, Set<String> shipments) {
        Where first = rows.getFirst();
        Quantity there = Quantity.zero(first.quantity().unit());
        Quantity road = there;
        for (Where row : rows) {
            if (row.place() instanceof Place.InTransit) road = road.plus(row.quantity());
            else there = there.plus(row.quantity());
        }
        return new Reception(
                java.util.Objects.requireNonNull(first.consignee()),
                first.lot().lot().item(),
                first.lot().itemName(),
                there,
                road,
                (int) rows.stream().map(row -> row.lot().lot().id()).distinct().count(),
                shipments);
    }

    private static String key(Consignee consignee, LotLine line) {
        return consignee.key() + "\n" + line.lot().item() + "\n" + line.lot().unit();
    }
}
