package stemma.inquiry;

import stemma.genealogy.Trace;
import stemma.intake.Sight;
import stemma.ledger.Place;
import stemma.stock.Hold;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything about a lot number or a sublot on one card: its lots with status and holds, where they
 * are, what went in, what was made of them and who has it.
 */
public record LotCard(
        Subject subject,
        Instant at,
        List<LotLine> lines,
        Names names,
        List<Group> groups,
        List<Road> roads,
        List<Neighbour> inputs,
        List<Neighbour> uses,
        int lotsMadeOfIt,
        int lotsInIt,
        Past.Page past) {

    /** How many runs a card shows of each direction; the trace has all of them. */
    public static final int RUNS = 60;

    public LotCard {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        roads = List.copyOf(roads);
        inputs = List.copyOf(inputs);
        uses = List.copyOf(uses);
    }

    /** Returns the card as it may be seen: places and entries of other sites are counted. */
    public LotCard to(Sight sight) {
        List<Where> rows =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        Set<Place> unseen = sight.unseen(Where.places(rows));
        return new LotCard(
                subject,
                at,
                lines,
                names,
                groups.stream().map(group -> group.without(unseen)).toList(),
                roads,
                inputs,
                uses,
                lotsMadeOfIt,
                lotsInIt,
                past.to(sight));
    }

    static int others(Trace trace) {
        return (int) trace.lots().stream()
                .filter(lot -> lot.way() != stemma.genealogy.Way.ROOT)
                .map(lot -> lot.lot().id())
                .distinct()
                .count();
    }

    /**
     * Returns the holds in force on any of the lots, by code, and how many of the lots each
     * reaches.
     */
    public Map<Hold, Integer> holds() {
        Map<Hold, Integer> reached = new LinkedHashMap<>();
        for (LotLine line : lines)
            line.holds().forEach(hold -> reached.merge(hold, 1, Integer::sum));
        return reached;
    }

    public LotLine first() {
        return lines.getFirst();
    }
}
