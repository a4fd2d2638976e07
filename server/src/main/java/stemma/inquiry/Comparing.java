package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.genealogy.Path;
import stemma.genealogy.Question;
import stemma.genealogy.Sharing;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.journal.Journal;
import stemma.journal.WorldClock;
import stemma.ledger.ExternalLot;
import stemma.ledger.Link;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers what several lots, serials or other roots have in common, and where two of them part. */
public final class Comparing {
    /** How many things can be compared at once. */
    public static final int MOST = 200;

    private static final String POOL = "pool:";

    private final Catalog catalog;
    private final Journal journal;
    private final WorldClock clock;
    private final Tracing tracing;

    Comparing(Catalog catalog, Journal journal, WorldClock clock, Tracing tracing) {
        this.catalog = catalog;
        this.journal = journal;
        this.clock = clock;
        this.tracing = tracing;
    }

    /**
     * Returns what the roots of the subject share; refuses fewer than two of them and more than
     * {@link #MOST}.
     */
    public ShareAnswer share(Subject subject, Optional<Instant> knownAt) {
        Insight insight = Insight.at(journal, knownAt);
        Sharing sharing = tracing.shares().between(asked(subject), insight.asOf());
        Question question = Question.backward(subject.roots()).asOf(insight.asOf());
        Set<ItemCode> items = new LinkedHashSet<>();
        sharing.lots().forEach(lot -> items.add(lot.lot().item()));
        return new ShareAnswer(
                subject,
                insight,
                clock.now(),
                sharing,
                things(sharing),
                tracing.trace().apply(question).completeness(),
                Names.of(catalog, items, List.of(), List.of()));
    }

    /** Returns by which way a lot may have come into each of the asked that may contain it. */
    public Map<Integer, Path> ways(Subject subject, Portion of, Optional<Instant> knownAt) {
        return tracing.shares()
                .ways(asked(subject), of, Insight.at(journal, knownAt).asOf());
    }

    private static List<List<Portion>> asked(Subject subject) {
        int asked = subject.named().size();
        if (asked < 2)
            throw refused("share_too_few", "At least two things have something in common.");
        if (asked > MOST)
            throw refused(
                    "share_too_many",
                    "At most 200 things are compared, and these are " + asked + ".");
        return subject.named().stream().map(NamedRoot::portions).toList();
    }

    private static Refused refused(String code, String sentence) {
        return new Refused(Problem.of(code, 422, sentence)
                .notRecording("")
                .advising("Name 2 to 200 lots, serials or other roots, one to a line."));
    }

    private record Key(SharedThing.Kind kind, String name, String about, String address) {}

    private static List<SharedThing> things(Sharing sharing) {
        Map<Key, Set<Integer>> by = new LinkedHashMap<>();
        for (Sharing.SharedLot lot : sharing.lots()) {
            Set<PartnerCode> from = new LinkedHashSet<>();
            if (lot.lot().passport().seller() != null)
                from.add(lot.lot().passport().seller());
            for (ExternalLot external : lot.lot().passport().externalLots()) {
                from.add(external.issuer());
                String about = "of " + external.issuer() + ", " + lot.lot().item();
                add(by, SharedThing.Kind.SUPPLIERS_LOT, external.text(), about, "", lot.by());
            }
            from.forEach(partner -> add(
                    by,
                    SharedThing.Kind.SUPPLIER,
                    partner.code(),
                    "",
                    "/masters/partners/one?key=" + Subject.encoded(partner.code()),
                    lot.by()));
        }
        for (Sharing.SharedRun run : sharing.runs()) {
            if (run.run().likeness() == Link.Likeness.SAME_MATERIAL) continue;
            String line = run.run().line() == null ? "" : "on " + run.run().line();
            String code = run.run().id().code();
            if (code.startsWith(POOL)) {
                add(by, SharedThing.Kind.POOL, code.substring(POOL.length()), "", "", run.by());
                continue;
            }
            add(by, SharedThing.Kind.RUN, code, line, Subject.page("/orders", code), run.by());
        }
        for (Sharing.SharedResource used : sharing.resources()) {
            String code = used.resource().code();
            String page = "/masters/resources/one?key=" + Subject.encoded(code);
            add(by, SharedThing.Kind.RESOURCE, code, "", page, used.by());
        }
        List<SharedThing> things = new ArrayList<>();
        by.forEach((key, who) -> things.add(
                new SharedThing(key.kind(), key.name(), key.about(), key.address(), who)));
        things.sort(Comparator.comparing((SharedThing thing) -> -thing.by().size())
                .thenComparing(SharedThing::kind)
                .thenComparing(SharedThing::name)
                .thenComparing(SharedThing::about));
        return things;
    }

    private static void add(
            Map<Key, Set<Integer>> things,
            SharedThing.Kind kind,
            String name,
            String about,
            String address,
            Set<Integer> by) {
        things.computeIfAbsent(new Key(kind, name, about, address), _ -> new TreeSet<>())
                .addAll(by);
    }
}
