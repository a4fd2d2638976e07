package stemma.stock;

import stemma.quantity.Quantity;

import java.util.List;

/**
 * Which goods to take for a need, first expired first: the picks in the order of taking, how much
 * is missing, and what is there but must not be taken, each with the rule against it.
 */
public record Proposal(Need need, List<Pick> picks, Quantity missing, List<Offer> barred) {
    public Proposal {
        picks = List.copyOf(picks);
        barred = List.copyOf(barred);
    }

    public boolean isWhole() {
        return !missing.isPositive();
    }
}
