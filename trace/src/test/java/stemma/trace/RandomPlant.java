package stemma.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Facts drawn from a seed: few lots and runs, so that they meet in every way there is — loops,
 * diamonds, blocks cut by links, inputs for some outputs, shared lines and vessels, pools, repacks,
 * and facts that are withdrawn again. Of some links it is told how much, how known and when.
 */
final class RandomPlant {
    private static final int BLOCK = 12;
    /** A multiple of every count of units up to a block. */
    static final long WHOLE_IN_PARTS = 27_720;

    private final Random random;
    private final int lots;
    private final int runs;
    private final Set<List<Long>> fedSame = new HashSet<>();
    private long link;
    private long order;

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
        int kind = random.nextInt(24);
        if (kind == 23) return lost();
        if (kind >= 20) return shipped();
        if (kind < 7) return fed();
        if (kind < 13) {
            long run = random.nextInt(runs);
            return new Fact.Yielded(run, nature(run), span(), measure());
        }
        if (kind < 16) return stated();
        long from = random.nextInt(30);
        long to = from + random.nextInt(random.nextBoolean() ? 1 : 8);
        long vessel = random.nextInt(2);
        if (kind == 16) return new Fact.Emptied(vessel, from, to);
        if (kind == 17) return new Fact.Filled(vessel, span(), from, to, measure());
        return new Fact.Drawn(vessel, span(), from, to, measure());
    }

    private Fact fed() {
        long run = random.nextInt(runs);
        List<Span> into = new ArrayList<>();
        if (nature(run) == Fact.Nature.PLAIN && random.nextInt(4) == 0)
            for (int i = 0; i <= random.nextInt(3); i++) into.add(span());
        List<Long> weights = new ArrayList<>();
        if (random.nextInt(3) != 0)
            for (Span _ : into) weights.add(WHOLE_IN_PARTS * random.nextInt(1, 5));
        return new Fact.Fed(link++, run, nature(run), span(), into, measure(), weights);
    }

    private Fact lost() {
        long run = random.nextInt(runs);
        return new Fact.Lost(run, nature(run), measure());
    }

    /** Each quantity can be parted among any units of a block without a remainder. */
    private Measure measure() {
        if (random.nextInt(8) == 0) return Measure.NONE;
        long quantity = random.nextInt(6) == 0
                ? Measure.UNKNOWN
                : WHOLE_IN_PARTS * random.nextInt(1, random.nextInt(9) == 0 ? 200_000 : 10);
        long weight =
                random.nextInt(6) == 0 ? Measure.UNKNOWN : WHOLE_IN_PARTS * random.nextInt(1, 10);
        Evidence evidence = Evidence.values()[random.nextInt(Evidence.values().length)];
        return new Measure(quantity, weight, evidence, order++);
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

    static Fact.Nature nature(long run) {
        if (run % 5 == 2) return Fact.Nature.SAME_MATERIAL;
        return run % 7 == 4 ? Fact.Nature.POOL : Fact.Nature.PLAIN;
    }

    Random random() {
        return random;
    }
}
