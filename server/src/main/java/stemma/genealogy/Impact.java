package stemma.genealogy;

import stemma.identifiers.EventId;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.stock.Hold;
import stemma.stock.Shipment;

import java.util.List;

/**
 * What rests on an event that is or would be corrected: the lots it is about and everything made of
 * them, the judgements and holds on those lots, and the shipments in which they left.
 */
public record Impact(
        EventId event,
        List<Lot> lots,
        List<Judgement> judgements,
        List<Hold> holds,
        List<Shipment> shipments) {
    public Impact {
        lots = List.copyOf(lots);
        judgements = List.copyOf(judgements);
        holds = List.copyOf(holds);
        shipments = List.copyOf(shipments);
    }
}
