package stemma.inquiry;

import stemma.genealogy.Completeness;
import stemma.genealogy.Sharing;
import stemma.ledger.Link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What several things asked about have in common upstream, and where two of them part. Each root of
 * the subject is one of the asked.
 */
public record ShareAnswer(
        Subject subject,
        Insight insight,
        Instant at,
        Sharing sharing,
        List<SharedThing> things,
        Completeness completeness,
        Names names) {
    private static final Comparator<Sharing.SharedLot> RANK = Comparator.comparing(
                    (Sharing.SharedLot lot) -> -lot.by().size())
            .thenComparing(Sharing.SharedLot::together)
            .thenComparing(Sharing.SharedLot::nearest)
            .thenComparing(lot -> lot.lot().number().normal())
            .thenComparing(Sharing.SharedLot::portion);

    public ShareAnswer {
        things = List.copyOf(things);
    }

    /** Returns the lots that two or more may contain: in the most first, then the nearest. */
    public List<Sharing.SharedLot> shared() {
        return sharing.lots().stream()
                .filter(lot -> lot.by().size() > 1)
                .sorted(RANK)
                .toList();
    }

    /** Returns what else two or more have in common, in the same order. */
    public List<SharedThing> common() {
        return things.stream().filter(thing -> thing.by().size() > 1).toList();
    }

    public boolean isOfTwo() {
        return sharing.asked() == 2;
    }

    /** Returns where two part: lots that only one has, and that come of something shared or new. */
    public List<Sharing.SharedLot> lotsApart() {
        return sharing.lots().stream()
                .filter(lot -> isFirst(lot.turn()))
                .sorted(Comparator.comparing(
                                (Sharing.SharedLot lot) -> lot.by().iterator().next())
                        .thenComparing(RANK))
                .toList();
    }

    /** Returns the runs at which two part. */
    public List<Sharing.SharedRun> runsApart() {
        return sharing.runs().stream()
                .filter(run -> run.run().likeness() != Link.Likeness.SAME_MATERIAL)
                .filter(run -> isFirst(run.turn()))
                .sorted(Comparator.comparing(
                                (Sharing.SharedRun run) -> run.by().iterator().next())
                        .thenComparing(run -> run.run().startedFrom())
                        .thenComparing(run -> run.run().id().code()))
                .toList();
    }

    private static boolean isFirst(Sharing.Turn turn) {
        return switch (turn) {
            case PARTS, BEGINS -> true;
            case SHARED, BETWEEN -> false;
        };
    }

    /** Returns what one of the asked is called. */
    public String called(int asked) {
        return subject.named().get(asked).asked().code();
    }

    /** Returns what those of the asked are called, in the order in which they were asked. */
    public String called(Set<Integer> by) {
        return by.size() == sharing.asked()
                ? "all"
                : by.stream().sorted().map(this::called).collect(Collectors.joining(", "));
    }
}
