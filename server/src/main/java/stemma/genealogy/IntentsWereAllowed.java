package stemma.genealogy;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.ledger.Decisions;
import stemma.ledger.Event;
import stemma.ledger.Stood;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * That each intent to use, to ship or to lend was allowed by what was recorded before it: the lots
 * had been brought forth, were not held by name, judged fit and not expired. The number of an entry
 * is drawn when its writer has every lock, so that the order of the numbers is that in which
 * writers of a lot took turns.
 */
final class IntentsWereAllowed implements Invariant {
    private static final int AT_ONCE = 1_000;

    private final Journal journal;
    private final Decisions decisions;
    private final Descending descending;
    private final Lots lots;
    private final Stock stock;

    IntentsWereAllowed(
            Journal journal, Decisions decisions, Descending descending, Lots lots, Stock stock) {
        this.journal = journal;
        this.decisions = decisions;
        this.descending = descending;
        this.lots = lots;
        this.stock = stock;
    }

    @Override
    public String word() {
        return "intents_were_allowed";
    }

    @Override
    public String sentence() {
        return "Who asked to use, ship or lend a lot was allowed to: by what was recorded before,"
                + " it was brought forth, was judged fit and not expired, and no hold named it,"
                + " its number or what it was made of. Not judged again: how much was there, holds"
                + " on places, containers, runs and equipment, what is built in or inside a"
                + " container, pools, and what became one.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        if (from == 0) descending.begin();
        return journal.atOneMoment(() -> {
            long to = Math.min(journal.sealed().size(), from + AT_ONCE);
            List<Taking> takings = new ArrayList<>();
            journal.eachSealed(from, to, leaf -> takings.addAll(Taking.of(leaf)));
            compare(takings, findings);
            long looked = Math.max(0, to - from);
            return looked < AT_ONCE ? Slice.end(looked) : Slice.more(Long.toString(to), looked);
        });
    }

    private void compare(List<Taking> all, Consumer<Finding> findings) {
        Set<LotId> ids = new HashSet<>();
        all.forEach(taking -> ids.add(taking.lot().first()));
        Map<LotId, Lot> known = lots.lotsEvenVoided(ids);
        List<Taking> takings = keptApart(all, known);
        if (takings.isEmpty()) return;
        List<Stood> told =
                decisions.of(takings.stream().map(Taking::lot).distinct().toList());
        List<InForce> holds = holds(takings, told);
        Objections objections = new Objections(new Decided(told), holds);
        for (Taking taking : takings) objections.against(taking).forEach(findings);
        takings.removeIf(taking -> !known.containsKey(taking.lot().first()));
        for (InForce hold : holds) {
            for (Taking taking : descending.reached(hold, takings, known))
                findings.accept(taking.found(
                        "used_though_held",
                        "in spite of hold " + hold.held().hold() + " on what it was made of"));
        }
    }

    /** Returns the holds that name any of the lots, and all that may have been in force then. */
    private List<InForce> holds(List<Taking> takings, List<Stood> told) {
        LongSummaryStatistics seqs = takings.stream().mapToLong(Taking::seq).summaryStatistics();
        Set<HoldCode> codes = new HashSet<>(stock.held().within(seqs.getMin(), seqs.getMax()));
        for (Stood one : told) if (one.effect() instanceof Event.Held held) codes.add(held.hold());
        return codes.isEmpty() ? List.of() : InForce.of(decisions.ofHolds(codes));
    }

    /** Of a pool nobody keeps apart what is fit. */
    private static List<Taking> keptApart(List<Taking> takings, Map<LotId, Lot> known) {
        List<Taking> apart = new ArrayList<>(takings);
        apart.removeIf(taking -> {
            Lot lot = known.get(taking.lot().first());
            return lot != null && lot.isPool();
        });
        return apart;
    }
}
