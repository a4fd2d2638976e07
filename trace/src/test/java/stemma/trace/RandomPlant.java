package stemma.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Facts drawn from a seed: few lots and runs, so that they meet in every way there is — loops,
 * diamonds, blocks cut by links, inputs for some outputs, shared lines and vessels, pools, repacks,
 * and facts that are withdrawn again.
 */
final class RandomPlant {
    private static final int BLOCK = 12;

    private final Random random;
    private final int lots;
    private final int runs;
    private final Set<List<Long>> fedSame = new HashSet<>();
    private long link;

    RandomPlant(long seed) {
        random = new Random(seed);
        lots = 4 + random.nextInt(14);
        runs = 3 + random.nextInt(10);
    }

    List<Fact> facts() {
        int count = 5 + random.nextInt(45);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) facts.add(fact());
        return facts;
    }

    Span span() {
        long lot = random.nextInt(lots);
        if (lot % 3 != 0) return Span.of(lot);
        if (random.nextInt(3) == 0) return new Span(lot, 0, BLOCK - 1);
        int first = random.nextInt(BLOCK);
        return new Span(lot, first, first + random.nextInt(Math.min(4, BLOCK - first)));
    }

    private Fact fact() {
        int kind = random.nextInt(23);
        if (kind >= 20) return shipped();
        if (kind < 7) return fed();
        if (kind < 13) {
            long run = random.nextInt(runs);
            return new Fact.Yielded(run, nature(run), span());
        }
        if (kind < 16) return stated();
        long from = random.nextInt(30);
        long to = from + random.nextInt(random.nextBoolean() ? 1 : 8);
        long vessel = random.nextInt(2);
        if (kind == 16) return new Fact.Emptied(vessel, from, to);
        if (kind == 17) return new Fact.Filled(vessel, span(), from, to);
        return new Fact.Drawn(vessel, span(), from, to);
    }

    private Fact fed() {
        long run = random.nextInt(runs);
        List<Span> into = new ArrayList<>();
        if (nature(run) == Fact.Nature.PLAIN && random.nextInt(4) == 0)
            for (int i = 0; i <= random.nextInt(3); i++) into.add(span());
        return new Fact.Fed(link++, run, nature(run), span(), into);
    }

    private Fact shipped() {
        long shipment = random.nextInt(6);
        Span lot = span();
        return new Fact.Shipped(shipment, shipment % 3, random.nextInt(2), lot, 5L * lot.units());
    }

    private Fact stated() {
        long run = random.nextInt(runs);
        while (nature(run) != Fact.Nature.PLAIN) run = random.nextInt(runs);
        long from = random.nextInt(30);
        return new Fact.Stated(
                run,
                random.nextInt(5) == 0 ? Fact.Stated.NONE : random.nextInt(2),
                random.nextInt(6) == 0 ? random.nextInt(runs + 2) : Fact.Stated.NONE,
                random.nextInt(3) == 0 ? Fact.Basis.CLEAR : Fact.Basis.NONE,
                from,
                from + random.nextInt(random.nextBoolean() ? 1 : 8));
    }

    private static Fact.Nature nature(long run) {
        if (run % 5 == 2) return Fact.Nature.SAME_MATERIAL;
        return run % 7 == 4 ? Fact.Nature.POOL : Fact.Nature.PLAIN;
    }

    Random random() {
        return random;
    }
}
