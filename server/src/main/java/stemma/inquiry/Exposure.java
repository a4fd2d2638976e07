package stemma.inquiry;

import stemma.genealogy.Completeness;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.stock.Shipment;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a lot, gone bad, means, in numbers: how much of what may contain it is where, and who has
 * it. It is the board without the rows behind its numbers, so that it does not grow with the lots.
 */
public record Exposure(
        Subject subject,
        Insight insight,
        Instant at,
        List<Part> parts,
        List<Reception> receptions,
        int shipments,
        Optional<Instant> lastShippedAt,
        List<Truck> onTheRoad,
        Completeness completeness) {
    public Exposure {
        parts = List.copyOf(parts);
        receptions = List.copyOf(receptions);
        onTheRoad = List.copyOf(onTheRoad);
    }

    /** The lots of one item in one unit, how many they are, and what became of them. */
    public record Part(ItemCode item, String name, Group.Tier tier, boolean isSerial, Tally tally) {

        /** In this order parts are told: the finished ones first, then those of most lots. */
        static final Comparator<Part> ORDER = Comparator.comparing(Part::tier)
                .thenComparing(part -> -part.tally().lots())
                .thenComparing(Part::name)
                .thenComparing(part -> part.item().code())
                .thenComparing(part -> part.tally().unit().code());
    }

    /** A shipment that can still be stopped, and what is on it, one amount for each unit. */
    public record Truck(Shipment shipment, Consignee consignee, List<Quantity> left) {
        public Truck {
            left = List.copyOf(left);
        }

        /** The latest is told first. */
        static final Comparator<Truck> ORDER = Comparator.comparing(
                        (Truck truck) -> truck.shipment().shippedAt(), Comparator.reverseOrder())
                .thenComparing(truck -> truck.shipment().code());
    }

    /** Returns the parts that play that part. */
    public List<Part> of(Group.Tier tier) {
        return parts.stream().filter(part -> part.tier() == tier).toList();
    }

    /** Returns the sums of the finished goods, one for each unit, the unit of most lots first. */
    public List<Tally> sums() {
        Map<String, Tally> byUnit = new LinkedHashMap<>();
        for (Part part : of(Group.Tier.FINISHED))
            byUnit.merge(part.tally().unit().code(), part.tally(), Tally::plus);
        return byUnit.values().stream()
                .sorted(Comparator.comparing(Tally::lots).reversed())
                .toList();
    }

    /** Returns how many lots of finished goods there are. */
    public int lots() {
        return of(Group.Tier.FINISHED).stream()
                .mapToInt(part -> part.tally().lots())
                .sum();
    }

    /** Returns who has, will get or had goods concerned, by name and ship-to. */
    public List<Consignee> consignees() {
        Map<String, Consignee> all = new TreeMap<>();
        for (Reception reception : receptions)
            all.put(reception.consignee().key(), reception.consignee());
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

    /** Says whether units that have serials are concerned. */
    public boolean hasSerials() {
        return parts.stream().anyMatch(Part::isSerial);
    }
}
