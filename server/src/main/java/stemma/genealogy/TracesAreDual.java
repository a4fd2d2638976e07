package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.LinkTable;
import stemma.genealogy.store.LinksInTables;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * That what a lot went into leads back to it, and that the index in memory says what the tables
 * say, of some lots in each round, of other ones in the next. The index stands still for nobody:
 * where its answer changed meanwhile, the lot is left for another round.
 */
final class TracesAreDual implements Invariant {
    private static final long EACH_ROUND = 50;
    /** A trace of more is too dear to be walked in the tables all the time. */
    private static final int MOST = 5_000;

    private final JdbcClient database;
    private final Journal journal;
    private final LiveIndex index;
    private final LinkTable links;

    TracesAreDual(JdbcClient database, Journal journal, LiveIndex index) {
        this.database = database;
        this.journal = journal;
        this.index = index;
        this.links = new LinkTable(database);
    }

    @Override
    public String word() {
        return "traces_are_dual";
    }

    @Override
    public String sentence() {
        return "What a lot went into leads back to it, and the index in memory knows the same links"
                + " as the tables: some lots in each round, others in the next.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long stride = links.lastFed() / EACH_ROUND + 1;
        long from =
                after.isEmpty() ? journal.sealed().size() % stride : Long.parseLong(after) + stride;
        Optional<Span> sample = links.fedFrom(from);
        sample.ifPresent(lot -> look(lot, findings));
        return sample.map(lot -> Slice.more(Long.toString(lot.lot()), 1))
                .orElseGet(() -> Slice.end(0));
    }

    private void look(Span lot, Consumer<Finding> findings) {
        List<Span> into = compared(lot, Direction.FORWARD, findings);
        Optional<Span> farthest =
                into.stream().filter(span -> span.lot() != lot.lot()).reduce((_, last) -> last);
        if (farthest.isEmpty()) return;
        List<Span> from = compared(farthest.get(), Direction.BACKWARD, findings);
        boolean isSettled = compared(lot, Direction.FORWARD, findings).equals(into);
        if (from.isEmpty() || !isSettled || from.stream().anyMatch(lot::overlaps)) return;
        findings.accept(Finding.of(
                "trace_not_dual",
                "the lot with key " + lot.lot() + " went into that with key "
                        + farthest.get().lot() + ", which does not lead back to it"));
    }

    /** Returns what the tables say; nothing where that is too much, or changed meanwhile. */
    private List<Span> compared(Span lot, Direction direction, Consumer<Finding> findings) {
        Optional<List<Span>> before = inMemory(lot, direction);
        if (before.filter(spans -> spans.size() > MOST).isPresent()) return List.of();
        Optional<List<Span>> walked = inTables(lot, direction);
        if (walked.isEmpty()) return List.of();
        List<Span> tables = walked.get();
        if (before.isEmpty()) return tables;
        List<Span> known = joined(before.get());
        boolean isSettled = inMemory(lot, direction)
                .filter(spans -> joined(spans).equals(known))
                .isPresent();
        if (!isSettled) return List.of();
        if (!known.equals(tables))
            findings.accept(Finding.of(
                    "trace_differs",
                    direction.name().toLowerCase(java.util.Locale.ROOT)
                            + " from the lot with key " + lot.lot()
                            + " the index in memory reaches "
                            + without(known, tables) + " beyond the tables, and they "
                            + without(tables, known) + " beyond it"));
        return tables;
    }

    /** An index that nobody has asked yet is not filled for this. */
    private Optional<List<Span>> inMemory(Span lot, Direction direction) {
        if (index.state().standing() != IndexState.Standing.FOLLOWS) return Optional.empty();
        return index.reached(List.of(lot), direction, Cause.LOCAL);
    }

    private static String without(List<Span> one, List<Span> other) {
        List<Long> more = one.stream()
                .filter(span -> !other.contains(span))
                .map(Span::lot)
                .limit(3)
                .toList();
        return more.isEmpty() ? "nothing" : "lots with keys " + more;
    }

    private Optional<List<Span>> inTables(Span lot, Direction direction) {
        return journal.atOneMoment(() -> {
            Search search = Search.of(new LinksInTables(database, AsOf.now()), direction);
            return search.within(MOST, List.of(lot), Cause.LOCAL)
                    .map(web ->
                            joined(web.pieces().stream().map(Web.Piece::span).toList()));
        });
    }

    private static List<Span> joined(Collection<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : new TreeSet<>(spans)) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            boolean touches =
                    last != null && last.lot() == span.lot() && span.first() <= last.last() + 1;
            if (last == null || !touches) {
                joined.add(span);
                continue;
            }
            int end = Math.max(last.last(), span.last());
            joined.set(joined.size() - 1, new Span(last.lot(), last.first(), end));
        }
        return joined;
    }
}
