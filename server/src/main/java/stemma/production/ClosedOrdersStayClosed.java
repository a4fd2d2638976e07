package stemma.production;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterRevision;
import stemma.catalog.WorkOrder;
import stemma.documents.ToldFor;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.journal.Entry;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.ledger.EventJson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * That no intent comes under a work order which was closed by what was recorded before: one that it
 * names, or that its run was told for. Who closes an order and who writes under it share no lock,
 * so that a moment between the two is left in doubt.
 */
final class ClosedOrdersStayClosed implements Invariant {
    private static final int AT_ONCE = 1_000;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Journal journal;
    private final Catalog catalog;
    private final OrderFlows flows;

    ClosedOrdersStayClosed(Journal journal, Catalog catalog, OrderFlows flows) {
        this.journal = journal;
        this.catalog = catalog;
        this.flows = flows;
    }

    @Override
    public String word() {
        return "closed_orders_stay_closed";
    }

    @Override
    public String sentence() {
        return "Who asked to work under an order found it open; what was told of a closed one is a"
                + " report or a correction.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        return journal.atOneMoment(() -> {
            long to = Math.min(journal.sealed().size(), from + AT_ONCE);
            List<UnderRuns> asked = new ArrayList<>();
            journal.eachSealed(from, to, leaf -> UnderRuns.of(leaf).ifPresent(asked::add));
            judge(ordersOf(asked), findings);
            long looked = Math.max(0, to - from);
            return looked < AT_ONCE ? Slice.end(looked) : Slice.more(Long.toString(to), looked);
        });
    }

    private void judge(Map<UnderRuns, Set<String>> asked, Consumer<Finding> findings) {
        Set<MasterKey> keys = new HashSet<>();
        asked.values().forEach(orders -> orders.forEach(order -> keys.add(key(order))));
        Map<MasterKey, List<MasterRevision>> histories = catalog.histories(keys);
        asked.forEach((one, orders) -> orders.forEach(order -> {
            List<MasterRevision> history = histories.getOrDefault(key(order), List.of());
            if (isClosed(history, one.entry().recordedAt()))
                findings.accept(new Finding(
                        "order_was_closed",
                        one.position(),
                        EventJson.kind(one.event()) + " " + one.event().id() + " came under order "
                                + order + ", which was closed"));
        }));
    }

    private static MasterKey key(String order) {
        return WorkOrder.key(new OrderCode(order));
    }

    /** Returns the orders, by normal code, that each of them names or its runs were told for. */
    private Map<UnderRuns, Set<String>> ordersOf(List<UnderRuns> asked) {
        Set<String> runs = new HashSet<>();
        asked.forEach(one -> runs.addAll(one.runs()));
        Map<String, List<ToldFor>> told =
                flows.everToldFor(runs).stream().collect(Collectors.groupingBy(ToldFor::document));
        Map<Long, Instant> moments = moments(told.values());
        Map<UnderRuns, Set<String>> orders = new LinkedHashMap<>();
        for (UnderRuns one : asked) {
            Set<String> of = new TreeSet<>();
            one.order().ifPresent(order -> of.add(LotNumber.normal(order.code())));
            for (String run : one.runs()) {
                for (ToldFor by : told.getOrDefault(run, List.of()))
                    if (isKnown(by, one, moments)) of.add(by.order());
            }
            if (!of.isEmpty()) orders.put(one, of);
        }
        return orders;
    }

    private Map<Long, Instant> moments(Collection<List<ToldFor>> told) {
        Set<Long> seqs = new TreeSet<>();
        told.forEach(all -> all.forEach(one -> {
            seqs.add(one.seq());
            if (one.until() != ToldFor.STILL) seqs.add(one.until());
        }));
        return journal.read(seqs).stream().collect(Collectors.toMap(Entry::seq, Entry::recordedAt));
    }

    /** Who first tells a run for an order, or corrects that, a moment before may not be seen. */
    private static boolean isKnown(ToldFor by, UnderRuns asked, Map<Long, Instant> moments) {
        Instant moment = asked.entry().recordedAt();
        Instant told = moments.getOrDefault(by.seq(), Instant.MAX);
        if (by.seq() > asked.entry().seq() || told.isAfter(moment.minus(A_WHILE))) return false;
        if (by.until() == ToldFor.STILL) return true;
        return moments.getOrDefault(by.until(), Instant.MIN).isAfter(moment.plus(A_WHILE));
    }

    /** The latest change is the first; one a moment before the intent may not have been seen. */
    private static boolean isClosed(List<MasterRevision> history, Instant moment) {
        for (MasterRevision revision : history) {
            if (!revision.recordedAt().isBefore(moment)) continue;
            if (revision.recordedAt().isAfter(moment.minus(A_WHILE))) return false;
            Optional<String> standing = revision.differences().stream()
                    .filter(difference -> difference.field().equals("standing"))
                    .map(MasterRevision.Difference::after)
                    .findFirst();
            if (standing.isPresent())
                return standing.get().equals(stemma.catalog.Standing.RETIRED.word());
        }
        return false;
    }
}
