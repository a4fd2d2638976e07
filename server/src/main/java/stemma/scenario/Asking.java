package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.AsOf;
import stemma.genealogy.Direction;
import stemma.genealogy.Gap;
import stemma.genealogy.Question;
import stemma.genealogy.Trace;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Recorded;
import stemma.ledger.Violation;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is asked of the scene: where things are, what a lot is, the trace, the board, the gaps. */
final class Asking {
    static final String VERBS = "stock, lot, trace, completeness, whereabouts, board, gaps,"
            + " balance, flows, find, receipt, run, shipment, order, known at,"
            + " shelf, container, cycle, scan, roots, share, difference, how much,"
            + " would stop, held by, blocked, retained, retests, chart";

    private static final int GAPS = 1000;
    private static final int FOUND = 100;

    private Asking() {}

    /** Returns a question, or nothing where another kind of sentence begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("stock")) return stock(words);
        if (words.take("lot")) return lot(words);
        if (words.take("trace")) return trace(words, null);
        if (words.take("completeness")) return completeness(words);
        if (words.take("find")) return find(words);
        Sentence document = DocumentTelling.read(words);
        if (document != null) return document;
        Sentence cycle = Cycling.read(words);
        if (cycle != null) return cycle;
        Sentence shelf = ShelfTelling.read(words);
        if (shelf != null) return shelf;
        Sentence blocked = Disposing.read(words);
        if (blocked != null) return blocked;
        Sentence retained = RetainedTelling.read(words);
        if (retained != null) return retained;
        Sentence retests = RetestTelling.read(words);
        if (retests != null) return retests;
        Sentence chart = ChartTelling.read(words);
        if (chart != null) return chart;
        Sentence scan = ScanTelling.read(words);
        if (scan != null) return scan;
        Sentence roots = RootTelling.read(words);
        if (roots != null) return roots;
        Sentence share = ShareTelling.read(words);
        if (share != null) return share;
        Sentence difference = DifferenceTelling.read(words);
        if (difference != null) return difference;
        Sentence suspect = SuspectTelling.read(words);
        if (suspect != null) return suspect;
        Sentence hold = HoldTelling.read(words);
        if (hold != null) return hold;
        if (words.take("whereabouts")) return whereabouts(words);
        if (words.take("board")) return board(words);
        if (words.take("balance")) return balance(words);
        if (words.take("flows")) return flows(words);
        if (words.take("gaps")) return Asking::gaps;
        if (words.take("known", "at")) {
            When when = When.readTime(words);
            words.expect("trace");
            return trace(words, when);
        }
        return null;
    }

    /** {@code stock F-101, B-9}: where each lot of the families is. */
    private static Sentence stock(Words words) {
        List<LotName> names = words.list(LotName::read);
        return scene -> {
            LotTelling telling = new LotTelling(scene);
            List<String> lines = new ArrayList<>();
            for (LotName name : names) {
                for (Portion portion : family(scene, name)) {
                    Lot lot = lot(scene, portion);
                    boolean alone = names.size() == 1 && family(scene, name).size() == 1;
                    lines.add(
                            alone ? telling.whereabouts(lot, portion) : telling.line(lot, portion));
                }
            }
            return lines;
        };
    }

    private static Sentence lot(Words words) {
        LotName name = LotName.read(words);
        return scene -> family(scene, name).stream()
                .flatMap(p -> new LotTelling(scene).card(lot(scene, p)).stream())
                .toList();
    }

    /** {@code gaps}: what reports violate and what is to be looked at, oldest first. */
    private static List<String> gaps(Scene scene) {
        List<String> lines = new ArrayList<>();
        List<Recorded> violating =
                new ArrayList<>(scene.plant().ledger().history().violating(0, GAPS));
        violating.sort(Comparator.comparing(Recorded::seq));
        for (Recorded recorded : violating) {
            Event event = recorded.event();
            String codes = event.circumstances().violations().stream()
                    .map(Violation::code)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String lots = Facts.movements(event).stream()
                    .map(m -> scene.names().words(m.lot()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            lines.add(event.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                    + (lots.isEmpty() ? "" : " " + lots) + ": " + codes);
        }
        for (Gap review : scene.plant().reviews().open(0, GAPS).reversed()) {
            String lots = review.lots().stream()
                    .map(scene.names()::words)
                    .collect(Collectors.joining(", "));
            lines.add("review of " + lots + ": " + review.code());
        }
        return lines.isEmpty() ? List.of("none") : lines;
    }

    private static List<Portion> family(Scene scene, LotName name) {
        List<Portion> family = scene.names().family(name);
        if (family.isEmpty()) throw new Unclear("there is no lot " + name);
        return family;
    }

    private static Lot lot(Scene scene, Portion portion) {
        return scene.plant()
                .lots()
                .lot(portion.first())
                .orElseThrow(() -> new Unclear("there is no lot " + portion));
    }

    /** {@code whereabouts F-101}: what came to be, and every place where it is or went. */
    private static Sentence whereabouts(Words words) {
        List<LotName> names = words.list(LotName::read);
        return scene -> names.stream()
                .flatMap(name -> family(scene, name).stream())
                .flatMap(p -> new Tallies(scene).whereabouts(lot(scene, p), p).stream())
                .toList();
    }

    /** {@code balance WO-55}: what went into a run and came out of it. */
    private static Sentence balance(Words words) {
        RunId run = new RunId(words.next("a run"));
        return scene -> List.of(new Tallies(scene).balance(run));
    }

    /** {@code flows WO-55}: each quantity that went into a run or came out of it, as it stands. */
    private static Sentence flows(Words words) {
        RunId run = new RunId(words.next("a run"));
        return scene -> new Tallies(scene).flows(run);
    }

    static Direction direction(Words words) {
        if (words.take("forward")) return Direction.FORWARD;
        words.expect("backward");
        return Direction.BACKWARD;
    }

    private static Sentence trace(Words words, @Nullable When when) {
        Direction direction = direction(words);
        if (words.take("roots")) return traceOfRoots(words, direction, when);
        List<LotName> names = words.list(LotName::read);
        return scene -> {
            Trace trace = traced(scene, direction, names, when);
            TraceTelling telling = new TraceTelling(scene);
            return when == null ? telling.outline(trace) : telling.outlineThen(trace);
        };
    }

    /** {@code trace forward roots certificate:MC-9}: from what the roots of a question mean. */
    private static Sentence traceOfRoots(Words words, Direction direction, @Nullable When when) {
        String text = RootTelling.text(words);
        return scene -> {
            List<Portion> roots = RootTelling.asked(scene, text).roots();
            TraceTelling telling = new TraceTelling(scene);
            Trace trace = traced(scene, direction, when, roots);
            return when == null ? telling.outline(trace) : telling.outlineThen(trace);
        };
    }

    private static Sentence completeness(Words words) {
        Direction direction = direction(words);
        List<LotName> names = words.list(LotName::read);
        return scene -> new TraceTelling(scene)
                .completeness(traced(scene, direction, names, null).completeness());
    }

    private static Trace traced(
            Scene scene, Direction direction, List<LotName> names, @Nullable When when) {
        List<Portion> roots = new ArrayList<>();
        for (LotName name : names) roots.addAll(family(scene, name));
        return traced(scene, direction, when, roots);
    }

    private static Trace traced(
            Scene scene, Direction direction, @Nullable When when, List<Portion> roots) {
        Question question =
                direction == Direction.FORWARD ? Question.forward(roots) : Question.backward(roots);
        AsOf knowledge = when == null ? AsOf.now() : scene.knowledge(when);
        return scene.plant().genealogy().apply(question.asOf(knowledge));
    }

    /** {@code board F-101}: what a bad lot exposes, as the board counts it. */
    private static Sentence board(Words words) {
        LotName name = LotName.read(words);
        return scene -> new BoardTelling(scene).lines(name);
    }

    /** {@code find SUPP-9}: every lot that bears the number, and every document and container. */
    private static Sentence find(Words words) {
        String text = words.next("a number");
        return scene -> {
            TreeSet<Portion> found = new TreeSet<>();
            scene.plant().lots().beginningWith(text, FOUND).forEach(l -> found.add(l.span()));
            scene.plant().lots().byExternal(text).forEach(l -> found.add(l.span()));
            scene.plant().lots().bySerial(text).forEach(u -> found.add(Portion.of(u.unit())));
            LotTelling telling = new LotTelling(scene);
            List<String> lines = new ArrayList<>(
                    found.stream().map(p -> telling.line(lot(scene, p), p)).toList());
            lines.addAll(new BoardTelling(scene).documents(text));
            return lines.isEmpty() ? List.of("nothing") : lines;
        };
    }
}
