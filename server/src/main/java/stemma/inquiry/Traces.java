package stemma.inquiry;

import stemma.genealogy.Alongside;
import stemma.genealogy.Direction;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.identifiers.ItemCode;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.journal.WorldClock;
import stemma.lots.Lot;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers traces of one subject, one way or both. What the rooms of truth say of the lots of all
 * rows is read once, and what the traces had to read already is not read again.
 */
final class Traces {
    private final Gathering.Rooms rooms;
    private final Journal journal;
    private final WorldClock clock;
    private final Tracing tracing;

    Traces(Gathering.Rooms rooms, Journal journal, WorldClock clock, Tracing tracing) {
        this.rooms = rooms;
        this.journal = journal;
        this.clock = clock;
        this.tracing = tracing;
    }

    /** Which rows of a trace are wanted. */
    private record Page(TraceReading reading, List<Reached> rows, int matching) {}

    List<TraceAnswer> of(Subject subject, List<TraceQuery> queries, Optional<Instant> knownAt) {
        Instant at = clock.now();
        Knowledge known = Insight.known(journal, knownAt);
        List<Question> today =
                queries.stream().map(query -> question(subject, query)).toList();
        AskedAhead ahead = new AskedAhead(rooms.catalog(), known, queries);
        List<Trace> traces = tracing.traces()
                .traces(
                        today.stream()
                                .map(question -> question.asOf(Insight.asOf(knownAt, known)))
                                .toList(),
                        subject.lots(),
                        ahead);
        List<Trace> now = knownAt.isEmpty()
                ? List.of()
                : tracing.traces().traces(today, subject.lots(), Alongside.NOTHING);
        Insight insight = Insight.of(knownAt, known, traces.getFirst().completeness());
        Set<ItemCode> items = TraceReading.items(traces);
        boolean isByName = queries.stream().anyMatch(TraceReading::asksForNames);
        Names names =
                isByName ? Names.of(rooms.catalog(), items, List.of(), List.of()) : Names.none();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++)
            pages.add(page(new TraceReading(traces.get(i), names), queries.get(i)));
        Gathering gathering = gathered(traces, pages, items, insight, at, ahead::of);
        List<TraceAnswer> answers = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Page page = pages.get(i);
            answers.add(new TraceAnswer(
                    subject,
                    insight,
                    at,
                    traces.get(i),
                    now.isEmpty() ? Optional.empty() : Optional.of(now.get(i)),
                    queries.get(i),
                    page.reading().rows(page.rows(), gathering),
                    page.matching(),
                    gathering.names,
                    Optional.empty()));
        }
        return answers;
    }

    private static Question question(Subject subject, TraceQuery query) {
        return query.direction() == Direction.FORWARD
                ? Question.forward(subject.roots())
                : Question.backward(subject.roots());
    }

    private static Page page(TraceReading reading, TraceQuery query) {
        List<Reached> matching = reading.matching(query);
        return new Page(
                reading,
                matching.stream().skip(query.offset()).limit(query.limit()).toList(),
                matching.size());
    }

    private Gathering gathered(
            List<Trace> traces,
            List<Page> pages,
            Set<ItemCode> items,
            Insight insight,
            Instant at,
            Function<Collection<Lot>, Optional<LotsAsked>> ahead) {
        Set<Lot> under = new LinkedHashSet<>();
        for (Page page : pages) page.rows().forEach(row -> under.add(row.lot()));
        Set<Lot> left = new HashSet<>(under);
        List<Balance> balances = new ArrayList<>();
        for (Trace trace : traces) {
            balances.addAll(Stock.of(left, trace.balances()));
            trace.lots().forEach(reached -> left.remove(reached.lot()));
        }
        return ahead.apply(under)
                .map(asked -> new Gathering(rooms, under, balances, asked, insight, at))
                .orElseGet(() -> new Gathering(rooms, under, balances, items, insight, at));
    }

    /** Returns the rows of some of the lots that an answer reached, in their order. */
    List<TraceRow> rows(TraceAnswer answer, List<Reached> of) {
        if (of.isEmpty()) return List.of();
        Page page = new Page(new TraceReading(answer.trace(), answer.names()), of, of.size());
        return page.reading()
                .rows(
                        of,
                        gathered(
                                List.of(answer.trace()),
                                List.of(page),
                                Set.of(),
                                answer.insight(),
                                answer.at(),
                                _ -> Optional.empty()));
    }
}
