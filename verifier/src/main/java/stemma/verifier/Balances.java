package stemma.verifier;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a lot is at each place. Most lots are at one or two, which lie beside each other; a
 * lot that is at many keeps them by name.
 */
final class Balances {
    private static final int FEW = 6;

    private String[] places = new String[2];
    private BigDecimal[] amounts = new BigDecimal[2];
    private int count;
    private Map<String, BigDecimal> many;

    /** Adds to what is at a place; returns how much that makes. Nothing leaves no trace. */
    BigDecimal add(String place, BigDecimal amount) {
        if (many != null) return addToMany(place, amount);
        int at = index(place);
        if (at < 0) {
            if (amount.signum() != 0) append(place, amount);
            return amount;
        }
        BigDecimal after = amounts[at].add(amount);
        if (after.signum() == 0) removeAt(at);
        else amounts[at] = after;
        return after;
    }

    /** Forgets what is at a place; returns how much it was, null where nothing was. */
    BigDecimal remove(String place) {
        if (many != null) return many.remove(place);
        int at = index(place);
        if (at < 0) return null;
        BigDecimal amount = amounts[at];
        removeAt(at);
        return amount;
    }

    boolean isEmpty() {
        return many == null ? count == 0 : many.isEmpty();
    }

    private int index(String place) {
        for (int i = 0; i < count; i++) if (places[i].equals(place)) return i;
        return -1;
    }

    private void append(String place, BigDecimal amount) {
        if (count == FEW) {
            many = new HashMap<>();
            for (int i = 0; i < count; i++) many.put(places[i], amounts[i]);
            many.put(place, amount);
            return;
        }
        if (count == places.length) {
            places = java.util.Arrays.copyOf(places, FEW);
            amounts = java.util.Arrays.copyOf(amounts, FEW);
        }
        places[count] = place;
        amounts[count++] = amount;
    }

    private void removeAt(int at) {
        places[at] = places[--count];
        amounts[at] = amounts[count];
        places[count] = null;
        amounts[count] = null;
    }

    private BigDecimal addToMany(String place, BigDecimal amount) {
        BigDecimal before = many.get(place);
        BigDecimal after = before == null ? amount : before.add(amount);
        if (after.signum() == 0) many.remove(place);
        else many.put(place, after);
        return after;
    }
}
