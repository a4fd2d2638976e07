package stemma.verifier;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of genealogy and of judgements that stand, as sums by lot: what went into which run and
 * came out of it, what went into a vessel and when, what quality said.
 */
final class Rows {
    private static final List<String> EVIDENCE =
            List.of("scanned", "keyed", "imported", "derived", "assumed", "unknown");
    private static final int DERIVED = 3;

    private final Lots lots;
    private final Map<String, Sum> emptyings = new HashMap<>();
    private final Map<Id, List<Later>> later = new HashMap<>();
    private long links;

    /** A row about an output that is born later in the same append. */
    private record Later(
            Portion output, String recordedAt, Standing standing, Sum sum, String row) {}

    Rows(Lots lots) {
        this.lots = lots;
    }

    static String flow(
            Link.Side side,
            String node,
            long first,
            long last,
            BigDecimal quantity,
            long evidence) {
        return side + "\t" + node + "\t" + first + "\t" + last + "\t"
                + quantity.stripTrailingZeros().toPlainString() + "\t" + evidence;
    }

    static String into(String run, long first, long last, Portion output) {
        return "INTO\t" + run + "\t" + first + "\t" + last + "\t" + output;
    }

    static String timed(String row, long from, long to) {
        return row + "\t" + from + "\t" + to;
    }

    static String judged(long first, long last, String status) {
        return first + "\t" + last + "\t" + status;
    }

    /** Returns the sum of the moments at which each vessel was emptied. */
    Map<String, Sum> emptyings() {
        return emptyings;
    }

    long links() {
        return links;
    }

    void book(Change change) {
        if (change.effect().isEmpty()) return;
        Event effect = change.effect().get();
        int evidence = EVIDENCE.indexOf(effect.evidence());
        if (evidence < 0)
            throw new Malformed("no evidence is called \"" + effect.evidence() + "\"");
        for (Link link : effect.links()) link(link, effect, evidence, change);
        for (Birth birth : effect.births()) born(birth, effect, change);
        Set<Portion> judged = new HashSet<>();
        for (Portion lot : effect.judged()) {
            if (judged.add(lot)) change.standing().add(lot(lot).judgements(), judged(lot, effect));
        }
        if (effect.kind().equals("emptied")) {
            Sum sum = emptyings.computeIfAbsent(effect.fields().text("vessel"), _ -> new Sum());
            change.standing()
                    .add(
                            sum,
                            timed(
                                    "EMPTY\t" + evidence,
                                    effect.from().micros(),
                                    effect.to().micros()));
        }
    }

    private static String judged(Portion lot, Event effect) {
        return judged(lot.first(), lot.last(), effect.fields().text("status"));
    }

    private Lot lot(Portion lot) {
        return lots.find(lot).orElseThrow(() -> Births.unknown(lot));
    }

    private void link(Link link, Event effect, int evidence, Change change) {
        Portion of = link.lot();
        Sum sum = lot(of).links();
        String row =
                flow(link.side(), link.node(), of.first(), of.last(), link.quantity(), evidence);
        boolean isTimed = link.side() == Link.Side.FILLED || link.side() == Link.Side.DRAWN;
        if (isTimed) row = timed(row, effect.from().micros(), effect.to().micros());
        change.standing().add(sum, row);
        links++;
        for (Portion output : link.into()) {
            String into = into(link.node(), of.first(), of.last(), output);
            if (lots.find(output).isPresent()) change.standing().add(sum, into);
            else
                later.computeIfAbsent(output.birth(), _ -> new java.util.ArrayList<>())
                        .add(new Later(
                                output,
                                change.envelope().recordedAt(),
                                change.standing(),
                                sum,
                                into));
        }
    }

    /** All of an item that nobody tracks mixes: each lot goes into the pool and comes out of it. */
    private void born(Birth birth, Event effect, Change change) {
        Lot lot = lot(birth.lot());
        if (lot.isPool()) {
            String pool = "pool:" + lot.site() + "/" + lot.passport().item();
            for (Link.Side side : List.of(Link.Side.FED, Link.Side.YIELDED)) {
                Portion span = lot.span();
                change.standing()
                        .add(
                                lot.links(),
                                flow(
                                        side,
                                        pool,
                                        span.first(),
                                        span.last(),
                                        BigDecimal.ONE,
                                        DERIVED));
            }
        }
        List<Later> waiting = later.get(effect.id());
        if (waiting == null) return;
        waiting.removeIf(one -> {
            if (!one.output().overlaps(birth.lot())) return false;
            boolean sameAppend = one.recordedAt().equals(change.envelope().recordedAt());
            if (sameAppend && !one.standing().isCorrected())
                one.standing().add(one.sum(), one.row());
            return true;
        });
    }
}
