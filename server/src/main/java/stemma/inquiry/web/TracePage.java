package stemma.inquiry.web;

import stemma.genealogy.Epoch;
import stemma.genealogy.Outline;
import stemma.genealogy.Reached;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedRun;
import stemma.identifiers.LotId;
import stemma.inquiry.ShareWords;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.lots.Lot;
import stemma.quality.Dispositions;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One direction of a trace on its page: as table or as outline, a page at a time. */
public record TracePage(
        TraceAnswer answer,
        KnownAtView knownAt,
        View view,
        int outlineFrom,
        CasesOfLots cases,
        Map<LotId, Dispositions.Decided> decided) {
    /** How many lines of an outline a page has. */
    public static final int LINES = 400;

    private static final int DEEPEST = 12;

    /** As what the trace is shown. */
    public enum View {
        PICTURE,
        TABLE,
        OUTLINE;

        /** Returns the view of a word; the picture where there is no such view. */
        static View of(String word) {
            for (View view : values()) if (view.word().equals(word)) return view;
            return PICTURE;
        }

        public String title() {
            return switch (this) {
                case PICTURE -> "Picture";
                case TABLE -> "Table";
                case OUTLINE -> "Outline";
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns what was decided of a lot that was not fit; empty where nothing was. */
    public String decided(Lot lot) {
        Dispositions.Decided what = decided.get(lot.id());
        return what == null ? "" : what.words();
    }

    public Subject subject() {
        return answer.subject();
    }

    public List<Outline.Line> lines() {
        return answer.trace().outline().lines();
    }

    /** Returns the lines of this page; the number of a line is its place in the whole outline. */
    public List<Outline.Line> shown(List<Outline.Line> all) {
        return all.subList(
                Math.min(outlineFrom, all.size()), Math.min(outlineFrom + LINES, all.size()));
    }

    public int level(Outline.Line line) {
        return line.indent() + 1;
    }

    public String depth(Outline.Line line) {
        return "deep-" + Math.min(line.indent(), DEEPEST);
    }

    public boolean isLot(TraceNode node) {
        return node instanceof Reached;
    }

    public Reached lot(TraceNode node) {
        return (Reached) node;
    }

    /** Returns how much of the suspect is in a lot, where that was asked and is known. */
    public String share(Reached lot) {
        return answer.apportioned()
                .map(all -> ShareWords.amount(all.of(lot), all))
                .orElse("");
    }

    public String item(Reached lot) {
        return answer.names().item(lot.lot().item());
    }

    /** Returns the address of the page that proves why a lot stands here. */
    public String why(Reached lot) {
        return "/trace/why?" + subject().query() + "&direction=" + direction() + "&of="
                + Subject.encoded(lot.portion().toString()) + knownAt.query();
    }

    /** Returns what a run or vessel is called in the outline. */
    public String maker(TraceNode node) {
        return switch (node) {
            case TracedRun run ->
                Words.run(run.id())
                        + (run.order() == null
                                        || run.order().code().equals(run.id().code())
                                ? ""
                                : ", order " + run.order())
                        + (run.line() == null ? "" : ", on " + run.line())
                        + (run.extent() == TracedRun.Extent.SUBRUN
                                ? ", for some of its outputs"
                                : "");
            case Epoch vessel -> "vessel " + vessel.vessel();
            case Reached lot -> lot.lot().number().text();
        };
    }

    public String makerAddress(TraceNode node) {
        return node instanceof TracedRun run ? LotPages.document(run.id().code()) : "";
    }

    public String direction() {
        return answer.direction().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the address of the same trace with another view, order or page. */
    public String address(String view, TraceQuery.Order order, int from) {
        return "/trace?" + subject().query() + "&direction=" + direction() + "&view=" + view
                + "&sort=" + order.code()
                + (answer.query().only().isEmpty()
                        ? ""
                        : "&only=" + Subject.encoded(answer.query().only()))
                + (from == 0 ? "" : "&from=" + from) + knownAt.query();
    }

    public String turned(String direction) {
        return "/trace?" + subject().query() + "&direction=" + direction + "&view=" + view.word()
                + knownAt.query();
    }

    /** Returns the address of the same question, shown otherwise. */
    public String shown(String direction, View other) {
        return "/trace?" + subject().query() + "&direction=" + direction + "&view=" + other.word()
                + knownAt.query();
    }

    /** Returns the address that says what changed since this answer. */
    public String changed() {
        return knownAt.changed(direction(), answer.trace().completeness().sealedSize());
    }

    /** Returns the address of this direction as a file with that ending. */
    public String file(String ending) {
        return "/trace." + ending + "?" + subject().query() + "&direction=" + direction()
                + knownAt.query();
    }

    /** Says whether the answer reaches units that have serials. */
    public boolean hasSerials() {
        return answer.trace().lots().stream().anyMatch(lot -> lot.lot().isSerial());
    }

    /** Returns the address of every serial number that the answer concerns. */
    public String serials() {
        return "/trace/serials.csv?" + subject().query() + "&direction=" + direction()
                + knownAt.query();
    }
}
