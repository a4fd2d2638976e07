package stemma.production;

import stemma.catalog.Catalog;
import stemma.catalog.MasterRevision;
import stemma.catalog.WorkOrder;
import stemma.identifiers.OrderCode;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.journal.SealedEntry;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * That no intent names a work order which was closed by what was recorded before. Who closes an
 * order and who writes under it share no lock, so that a moment between the two is left in doubt.
 */
final class ClosedOrdersStayClosed implements Invariant {
    private static final int AT_ONCE = 1_000;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Journal journal;
    private final Catalog catalog;

    ClosedOrdersStayClosed(Journal journal, Catalog catalog) {
        this.journal = journal;
        this.catalog = catalog;
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

    /** An intent under an order. */
    private record Asked(Entry entry, long position, Event event, OrderCode order) {}

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        return journal.atOneMoment(() -> {
            long to = Math.min(journal.sealed().size(), from + AT_ONCE);
            List<Asked> asked = new ArrayList<>();
            journal.eachSealed(from, to, leaf -> asked(leaf).ifPresent(asked::add));
            Map<OrderCode, List<MasterRevision>> histories = new HashMap<>();
            for (Asked one : asked) {
                List<MasterRevision> history = histories.computeIfAbsent(
                        one.order(), order -> catalog.history(WorkOrder.key(order)));
                if (isClosed(history, one.entry().recordedAt()))
                    findings.accept(new Finding(
                            "order_was_closed",
                            one.position(),
                            EventJson.kind(one.event()) + " " + one.event().id()
                                    + " came under order " + one.order()
                                    + ", which was closed"));
            }
            long looked = Math.max(0, to - from);
            return looked < AT_ONCE ? Slice.end(looked) : Slice.more(Long.toString(to), looked);
        });
    }

    /** What cannot be read is told elsewhere. */
    private static Optional<Asked> asked(SealedEntry sealed) {
        Entry entry = sealed.entry();
        if (entry.kind() != EntryKind.EVENT) return Optional.empty();
        try {
            return EventJson.read(entry.body()) instanceof Event.OfRun event
                            && event.circumstances().claim() == Claim.INTENT
                            && event.run().order() instanceof OrderCode order
                    ? Optional.of(new Asked(entry, sealed.position(), event, order))
                    : Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            return Optional.empty();
        }
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
