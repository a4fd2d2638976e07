package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All piles of the plant by item, the oldest first; what is set aside for the incident is not here.
 */
final class Stores {
    private final Map<ItemCode, List<Pile>> piles = new HashMap<>();

    void add(Pile pile) {
        piles.computeIfAbsent(pile.item(), item -> new ArrayList<>()).add(pile);
    }

    /** Takes an item from the oldest usable piles; too little of it is a fault of the plan. */
    List<Pile.Taken> take(ItemCode item, Quantity quantity, int day) {
        List<Pile.Taken> taken = new ArrayList<>();
        Quantity missing = quantity;
        for (Pile pile : usable(item, day).toList()) {
            if (!missing.isPositive()) break;
            Pile.Taken part = pile.take(Measures.lesser(missing, pile.left()));
            missing = missing.minus(part.quantity());
            taken.add(part);
        }
        if (missing.isPositive()) {
            throw new IllegalStateException("on day " + day + " the plan is short of " + item
                    + " by " + missing + " of " + quantity);
        }
        tidy(item);
        return taken;
    }

    /** Returns the piles of an item that may be used on the day, the oldest first. */
    Stream<Pile> usable(ItemCode item, int day) {
        return piles.getOrDefault(item, List.of()).stream().filter(pile -> pile.isUsableOn(day));
    }

    /** Returns all that is left of an item, usable or not yet. */
    Quantity left(ItemCode item, int lastDay) {
        return piles.getOrDefault(item, List.of()).stream()
                .filter(pile -> pile.isUsableOn(lastDay))
                .map(Pile::left)
                .reduce(Quantity.zero(Measures.KG), Quantity::plus);
    }

    private void tidy(ItemCode item) {
        List<Pile> left = piles.get(item);
        if (left != null) left.removeIf(Pile::isGone);
    }
}
