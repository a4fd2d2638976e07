package stemma.inquiry;

import stemma.genealogy.Completeness;
import stemma.intake.Sight;
import stemma.ledger.Place;
import stemma.lots.Lot;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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

    /** Returns every row behind the numbers of the finished goods. */
    public List<Where> rows() {
        return of(Group.Tier.FINISHED).stream().flatMap(g -> g.rows().stream()).toList();
    }

    /** Returns every row, of what was asked about and made on the way too. */
    public List<Where> allRows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** Returns the board as it may be seen: places of other sites are counted, sums are whole. */
    public Board to(Sight sight) {
        Set<Place> unseen = sight.unseen(Where.places(allRows()));
        return new Board(
                subject,
                insight,
                at,
                groups.stream().map(group -> group.without(unseen)).toList(),
                roads,
                completeness);
    }

    /** Returns the shipments that can still be stopped, the latest first. */
    public List<Road> onTheRoad() {
        return roads.stream().filter(Road::isOnTheRoad).toList();
    }

    /** Returns what each consignee has or will get of each item, goods on the road first. */
    public List<Reception> receptions() {
        Receptions all = new Receptions(
                roads.stream().map(road -> road.shipment().code().code()).toList());
        for (Where row : allRows()) {
            if (row.consignee() == null) continue;
            Receptions.Sum sum = all.of(
                    row.consignee(),
                    row.lot().lot().item(),
                    row.lot().itemName(),
                    row.quantity().unit());
            if (row.place() instanceof Place.InTransit) sum.onTheRoad(row.quantity());
            else sum.there(row.quantity());
        }
        for (int i = 0; i < roads.size(); i++) {
            Road road = roads.get(i);
            for (Road.Load load : road.loads()) {
                Lot lot = load.lot().lot();
                all.of(road.consignee(), lot.item(), load.lot().itemName(), lot.unit())
                        .by(i);
            }
        }
        return all.all();
    }

    /** Returns the board in numbers. */
    public Exposure exposure() {
        return new Exposure(
                subject,
                insight,
                at,
                groups.stream().map(Group::part).sorted(Exposure.Part.ORDER).toList(),
                receptions(),
                roads.size(),
                roads.stream()
                        .map(road -> road.shipment().shippedAt())
                        .max(Comparator.naturalOrder()),
                onTheRoad().stream()
                        .map(road ->
                                new Exposure.Truck(road.shipment(), road.consignee(), road.left()))
                        .sorted(Exposure.Truck.ORDER)
                        .toList(),
                completeness);
    }
}
