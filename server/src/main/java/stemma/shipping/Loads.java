package stemma.shipping;

import static java.util.Objects.requireNonNull;

import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Handled;
import stemma.stock.LotNow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, lot by lot, what went on the road under a shipment and what came off it. */
final class Loads {
    private final Map<LotId, LotNow> lots = new LinkedHashMap<>();
    private final Map<LotId, Quantity> sent = new LinkedHashMap<>();
    private final Map<LotId, Quantity> delivered = new LinkedHashMap<>();
    private final Map<LotId, Quantity> otherwise = new LinkedHashMap<>();

    private Loads() {}

    static List<Load> of(String normal, List<Handled> lines) {
        Loads loads = new Loads();
        lines.forEach(line -> loads.add(normal, line));
        return loads.lots.keySet().stream().map(loads::load).toList();
    }

    private void add(String normal, Handled line) {
        boolean on = isRoad(line.movement().to(), normal);
        if (!on && !isRoad(line.movement().from(), normal)) return;
        LotId lot = line.lot().lot().id();
        lots.put(lot, line.lot());
        if (on) sent.merge(lot, line.quantity(), Quantity::plus);
        else if (line.movement().to() instanceof Place.OfCustomer) {
            delivered.merge(lot, line.quantity(), Quantity::plus);
        } else otherwise.merge(lot, line.quantity(), Quantity::plus);
    }

    private static boolean isRoad(Place place, String normal) {
        return place instanceof Place.InTransit(ShipmentCode code)
                && LotNumber.normal(code.code()).equals(normal);
    }

    private Load load(LotId lot) {
        LotNow now = requireNonNull(lots.get(lot));
        Quantity nothing = Quantity.zero(now.lot().unit());
        Quantity out = sent.getOrDefault(lot, nothing);
        Quantity arrived = delivered.getOrDefault(lot, nothing);
        Quantity elsewhere = otherwise.getOrDefault(lot, nothing);
        return new Load(now, out, arrived, elsewhere, out.minus(arrived).minus(elsewhere));
    }
}
