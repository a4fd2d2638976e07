package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.genealogy.Direction;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.journal.WorldClock;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers traces of one subject, one way or both. What the rooms of truth say of the lots of all
 * rows is read once, and what the traces had to read already is not read again.
 */
final class Traces {
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Journal journal;
    private final WorldClock clock;
    private final Tracing tracing;

    Traces(
            Catalog catalog,
            Lots lots,
            Stock stock,
            Journal journal,
            WorldClock clock,
            Tracing tracing) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
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
        List<Trace> traces = tracing.traces()
                .apply(today.stream()
                        .map(question -> question.asOf(Insight.asOf(knownAt, known)))
                        .toList());
        List<Trace> now = knownAt.isEmpty() ? List.of() : tracing.traces().apply(today);
        Insight insight = Insight.of(knownAt, known, traces.getFirst().completeness());
        Names names = Names.of(catalog, TraceReading.items(traces), List.of(), List.of());
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++)
            pages.add(page(new TraceReading(traces.get(i), names), queries.get(i)));
        Gathering gathering = gathered(traces, pages, names, insight, at);
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
                    names,
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
            List<Trace> traces, List<Page> pages, Names names, Insight insight, Instant at) {
        Set<Lot> under = new LinkedHashSet<>();
        for (Page page : pages) page.rows().forEach(row -> under.add(row.lot()));
        Set<Lot> left = new HashSet<>(under);
        List<Balance> balances = new ArrayList<>();
        for (Trace trace : traces) {
            balances.addAll(Stock.of(left, trace.balances()));
            trace.lots().forEach(reached -> left.remove(reached.lot()));
        }
        return new Gathering(catalog, lots, stock, under, balances, names, insight, at);
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
                                answer.names(),
                                answer.insight(),
                                answer.at()));
    }
}
