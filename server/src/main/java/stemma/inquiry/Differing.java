package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.genealogy.Direction;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.journal.WorldClock;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.History;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers in what the traces of two moments differ, and because of which entries. */
public final class Differing {
    private static final Knowledge EVERYTHING = new Knowledge(0, Long.MAX_VALUE, new long[0]);

    private static final Comparator<Knowledge> LEAST_FIRST =
            Comparator.comparing(Knowledge::lastSeq).thenComparing(known -> -known.except().length);

    private final Catalog catalog;
    private final Gathering.Rooms rooms;
    private final History history;
    private final Journal journal;
    private final WorldClock clock;
    private final Tracing tracing;
    private final Telling telling;

    Differing(
            Gathering.Rooms rooms,
            History history,
            Journal journal,
            WorldClock clock,
            Tracing tracing) {
        this.catalog = rooms.catalog();
        this.rooms = rooms;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
        this.tracing = tracing;
        this.telling = new Telling(rooms.catalog(), history);
    }

    /**
     * Returns what the traces of the subject at two moments differ in, told from the one that knew
     * less; refuses a size to which the log is not sealed.
     */
    public TraceDifference between(Subject subject, Direction direction, Moment one, Moment other) {
        Instant at = clock.now();
        Insight first = insight(one, at);
        Insight second = insight(other, at);
        boolean isTurned = LEAST_FIRST.compare(first.known(), second.known()) > 0;
        Insight before = isTurned ? second : first;
        Insight after = isTurned ? first : second;
        Seen earlier = seen(subject, direction, before, at);
        Seen later = seen(subject, direction, after, at);
        Map<Long, Recorded> entries = new TreeMap<>();
        learned(earlier, later, before.known(), after.known())
                .forEach(entry -> entries.put(entry.seq(), entry));
        List<TraceDifference.Row> rows = new DifferenceRows(
                        earlier,
                        later,
                        new Learned(List.copyOf(entries.values())),
                        names(earlier, later),
                        numbersThen(earlier, entries.values(), before.known()))
                .rows();
        Set<Long> named = new TreeSet<>();
        rows.forEach(row -> named.addAll(row.because()));
        entries.keySet().retainAll(named);
        return new TraceDifference(
                subject,
                direction,
                at,
                side(isTurned ? other : one, before, earlier),
                side(isTurned ? one : other, after, later),
                rows,
                telling.tell(List.copyOf(entries.values()), List.of()));
    }

    private static Side side(Moment moment, Insight insight, Seen seen) {
        return new Side(moment, insight, seen.trace.completeness());
    }

    /** Both sides are reckoned from the movements known then, so that they compare. */
    private Insight insight(Moment moment, Instant now) {
        var sealed = journal.sealed();
        return switch (moment) {
            case Moment.Now _ -> new Insight(Optional.of(now), EVERYTHING, sealed);
            case Moment.KnownAt(Instant then) ->
                new Insight(Optional.of(then), journal.knowledgeAt(then), sealed);
            case Moment.SealedTo(long size) -> {
                if (size < 0 || size > sealed.size()) throw notSealed(size, sealed.size());
                Instant then = journal.checkpointCovering(size).map(c -> c.at()).orElse(now);
                yield new Insight(Optional.of(then), journal.knowledgeAt(size), sealed);
            }
        };
    }

    private static Refused notSealed(long size, long sealed) {
        return new Refused(Problem.of(
                        "size_not_sealed",
                        422,
                        "The log is sealed to " + sealed + " entries, and not to " + size + ".")
                .notRecording("")
                .advising("Give the sealed size as it stands on the answer.")
                .with("size", Long.toString(size)));
    }

    private Seen seen(Subject subject, Direction direction, Insight insight, Instant at) {
        Question question = direction == Direction.FORWARD
                ? Question.forward(subject.roots())
                : Question.backward(subject.roots());
        Trace trace = tracing.trace().apply(question.asOf(insight.asOf()));
        List<Lot> reached = trace.lots().stream().map(Reached::lot).distinct().toList();
        Gathering gathering = new Gathering(rooms, reached, insight, at);
        return new Seen(
                trace, gathering, new BoardMaking(trace, gathering).board(subject, insight, at));
    }

    private List<Recorded> learned(Seen earlier, Seen later, Knowledge before, Knowledge after) {
        Set<Portion> portions = new HashSet<>();
        Set<String> runs = new LinkedHashSet<>();
        Set<ResourceCode> vessels = new LinkedHashSet<>();
        for (Seen seen : List.of(earlier, later)) {
            seen.units.values().forEach(portions::addAll);
            seen.trace.runs().forEach(run -> runs.add(run.id().code()));
            seen.trace.epochs().forEach(epoch -> vessels.add(epoch.vessel()));
        }
        List<Recorded> all = new ArrayList<>(history.learned(portions, runs, before, after));
        all.addAll(history.emptiedSince(vessels, before, after));
        return all;
    }

    private Names names(Seen earlier, Seen later) {
        Set<ItemCode> items = new LinkedHashSet<>();
        Set<PartnerCode> partners = new LinkedHashSet<>();
        for (Seen seen : List.of(earlier, later)) {
            seen.lots.values().forEach(lot -> items.add(lot.item()));
            seen.trace.completeness().boundaries().forEach(end -> {
                if (end.partner() != null) partners.add(end.partner());
            });
        }
        return Names.of(catalog, items, partners, List.of());
    }

    /** Of lots whose number may have changed, how they were called by the earlier knowledge. */
    private Map<LotId, String> numbersThen(
            Seen earlier, Collection<Recorded> entries, Knowledge before) {
        Map<LotId, String> numbers = new HashMap<>();
        Set<LotId> asked = new HashSet<>();
        for (Recorded entry : entries) {
            if (!renames(entry)) continue;
            for (Portion portion : stemma.ledger.Touches.lots(entry.event()))
                earlier.lots.values().stream()
                        .filter(lot -> lot.span().overlaps(portion))
                        .forEach(lot -> asked.add(lot.id()));
        }
        for (LotId id : asked) {
            Lot lot = java.util.Objects.requireNonNull(earlier.lots.get(id));
            numbers.put(id, numberThen(lot, before));
        }
        return numbers;
    }

    private static boolean renames(Recorded entry) {
        return entry.effect() instanceof Event.PassportChanged
                || entry.undone() != null
                        && (entry.undone().effect() instanceof Event.PassportChanged
                                || !Facts.births(entry.undone().effect()).isEmpty());
    }

    private String numberThen(Lot lot, Knowledge before) {
        String number = lot.number().text();
        List<Recorded> known = history.of(lot.span()).stream()
                .filter(entry -> before.includes(entry.seq()))
                .toList();
        Map<Long, Recorded> ended =
                history.corrections(known.stream().map(Recorded::seq).toList());
        ended.values().removeIf(correction -> !before.includes(correction.seq()));
        for (Recorded entry : known) {
            Event event = entry.effect();
            if (event == null || ended.containsKey(entry.seq())) continue;
            for (Birth birth : Facts.births(event))
                if (birth.of(event.id()).overlaps(lot.span()))
                    number = birth.passport().number().text();
            if (event instanceof Event.PassportChanged changed
                    && changed.lot().overlaps(lot.span()))
                number = changed.passport().number().text();
        }
        return number;
    }
}
