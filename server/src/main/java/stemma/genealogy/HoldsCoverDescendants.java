package stemma.genealogy;

import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * That a hold which says it is complete marks everything it reaches as the record stands now,
 * through all that was made of it. A slice is one hold.
 */
final class HoldsCoverDescendants implements Invariant {
    private final Journal journal;
    private final Spreading spreading;
    private final Stock stock;

    HoldsCoverDescendants(Journal journal, Spreading spreading, Stock stock) {
        this.journal = journal;
        this.spreading = spreading;
        this.stock = stock;
    }

    @Override
    public String word() {
        return "holds_cover_descendants";
    }

    @Override
    public String sentence() {
        return "Every lot that a hold reaches bears its mark, however long after it was made.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        return journal.atOneMoment(() -> {
            Optional<Hold> next = stock.holds().stream()
                    .filter(hold -> hold.code().code().compareTo(after) > 0)
                    .min(Comparator.comparing(hold -> hold.code().code()));
            next.filter(hold -> hold.spread() == Hold.Spread.COMPLETE)
                    .ifPresent(hold -> compare(hold, findings));
            return next.map(hold -> Slice.more(hold.code().code(), 1))
                    .orElseGet(() -> Slice.end(0));
        });
    }

    private void compare(Hold hold, Consumer<Finding> findings) {
        Map<Long, List<Span>> marked = new HashMap<>();
        stock.marked(hold.code())
                .forEach(mark -> marked.computeIfAbsent(mark.lot(), _ -> new ArrayList<>())
                        .add(new Span(mark.lot(), mark.first(), mark.last())));
        for (Span span : spreading.toBeMarked(hold)) {
            if (isCovered(span, marked.getOrDefault(span.lot(), List.of()))) continue;
            findings.accept(Finding.of(
                    "mark_missing",
                    "hold " + hold.code().code() + " reaches the lot with key " + span.lot()
                            + ", which does not bear its mark"));
        }
    }

    private static boolean isCovered(Span span, Collection<Span> marks) {
        int next = span.first();
        List<Span> inOrder = marks.stream().sorted().toList();
        for (Span mark : inOrder) {
            if (mark.first() > next) break;
            next = Math.max(next, mark.last() + 1);
        }
        return next > span.last();
    }
}
