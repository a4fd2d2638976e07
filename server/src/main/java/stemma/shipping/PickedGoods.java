package stemma.shipping;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the goods of ours that a scan means: a container with all in it, a unit, or a lot. */
final class PickedGoods {
    private final Lots lots;
    private final Stock stock;

    PickedGoods(Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
    }

    /** What was found, with the lots by their ids; whole where a container means all of it. */
    record Found(List<Balance> balances, Map<LotId, Lot> lots, Extent extent) {
        enum Extent {
            WHOLE,
            SOME
        }

        Lot lot(Balance balance) {
            Lot lot = lots.get(balance.lot().first());
            if (lot == null) throw new IllegalStateException("no lot " + balance.lot());
            return lot;
        }
    }

    Found find(PickScan scan) {
        try {
            if (!scan.container().isBlank()) return inside(new ContainerCode(scan.container()));
            if (!scan.lot().isBlank()) return portion(Portion.of(scan.lot()));
            ContainerCode container = new ContainerCode(scan.text());
            if (stock.container(container).isPresent()) return inside(container);
        } catch (MalformedIdentifier noSuch) {
            return found(List.of(), Found.Extent.SOME);
        }
        List<SerialUnit> units = lots.bySerial(scan.text());
        if (!units.isEmpty()) return portion(Portion.of(units.getLast().unit()));
        List<Lot> family = new ArrayList<>();
        try {
            family.addAll(lots.family(null, new LotNumber(scan.text())));
        } catch (MalformedIdentifier notALot) {
            return found(List.of(), Found.Extent.SOME);
        }
        if (family.isEmpty()) family.addAll(lots.byExternal(scan.text()));
        return ours(family);
    }

    private Found inside(ContainerCode container) {
        return found(stock.at(stock.within(container)), Found.Extent.WHOLE);
    }

    private Found portion(Portion portion) {
        List<Balance> clipped = new ArrayList<>();
        lots.lot(portion.first()).ifPresent(lot -> {
            for (Balance balance : stock.of(lot, portion)) {
                if (!lot.isSerial()) clipped.add(balance);
                else {
                    Portion units = balance.lot().common(portion);
                    clipped.add(new Balance(
                            units, balance.place(), Quantity.each(units.count()), null));
                }
            }
        });
        clipped.removeIf(b -> !isOurs(b.place()));
        boolean isUnit = lots.lot(portion.first()).map(Lot::isSerial).orElse(false);
        return found(clipped, isUnit ? Found.Extent.WHOLE : Found.Extent.SOME);
    }

    private Found ours(List<Lot> family) {
        return found(
                stock.balances(family).stream()
                        .filter(b -> isOurs(b.place()) && b.quantity().isPositive())
                        .toList(),
                Found.Extent.SOME);
    }

    private static boolean isOurs(Place place) {
        return place instanceof Place.At || place instanceof Place.InContainer;
    }

    private Found found(List<Balance> balances, Found.Extent extent) {
        return new Found(
                balances,
                new LinkedHashMap<>(
                        lots.lots(balances.stream().map(b -> b.lot().first()).toList())),
                extent);
    }
}
