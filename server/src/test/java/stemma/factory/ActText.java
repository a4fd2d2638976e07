package stemma.factory;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.ContentBasis;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Run;
import stemma.ledger.RunKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One event as an act of a scenario: the verb and what it is about. */
final class ActText {
    private final Wording words;

    private ActText(Wording words) {
        this.words = words;
    }

    static String of(Event event, Wording words) {
        return new ActText(words).act(event);
    }

    /**
     * Returns the code by which a scenario calls the document that an event makes, if it makes one.
     */
    static @Nullable String document(Event event) {
        return switch (event) {
            case Event.Received e -> e.receipt().code();
            case Event.Shipped e -> e.shipment().code();
            case Event.Returned e -> e.document().code();
            case Event.ReturnedToSupplier e -> e.document().code();
            case Event.Held e -> e.hold().code();
            default -> null;
        };
    }

    private String act(Event event) {
        return switch (event) {
            case Event.Opened e -> "open " + births(e.lots());
            case Event.Received e ->
                "receive " + births(e.lots()) + " from " + words.code(e.supplier());
            case Event.Moved e ->
                "move " + load(e.lines(), e.containers()) + " to " + words.place(e.to());
            case Event.Adjusted e -> adjusted(e);
            case Event.Split e ->
                e.kind().name().toLowerCase(Locale.ROOT) + " " + words.line(e.from()) + " into "
                        + siblings(e.into());
            case Event.Merged e ->
                "merge " + lines(e.from()) + " into " + words.birth(e.into(), true);
            case Event.Consumed e -> "consume " + inputs(e) + " in " + run(e.run());
            case Event.Produced e -> "produce " + births(e.outputs()) + " in " + run(e.run());
            case Event.Filled e -> "fill " + words.code(e.vessel()) + " with " + lines(e.lines());
            case Event.Drawn e -> "draw " + births(e.lots()) + " from " + words.code(e.vessel());
            case Event.Emptied e -> "empty " + words.code(e.vessel());
            case Event.Cleaned e ->
                "clean " + words.code(e.resource()) + " of " + String.join(" and ", e.hazards())
                        + " with " + e.method();
            case Event.Packed e -> packed(e);
            case Event.Unpacked e ->
                "unpack " + within(e) + " from " + words.code(e.container()) + " to "
                        + words.place(e.to());
            case Event.Installed e ->
                "install " + words.line(e.component()) + " in " + words.lot(e.unit()) + " position "
                        + e.position();
            case Event.Removed e -> removed(e);
            case Event.Sampled e -> "sample " + lines(e.lines());
            case Event.Shipped e ->
                "ship " + load(e.lines(), e.containers()) + " to "
                        + partner(e.consignee(), e.shipTo());
            case Event.Delivered e ->
                "deliver " + words.code(e.shipment())
                        + (e.basis() == DeliveryBasis.PRESUMED ? " presumed" : "") + " to "
                        + partner(e.consignee(), e.shipTo()) + " with " + here(e.lines());
            case Event.Returned e -> returned(e);
            case Event.ReturnedToSupplier e ->
                "return " + list(e.lines(), this::at) + " to " + words.code(e.supplier());
            case Event.Scrapped e -> "scrap " + lines(e.lines());
            case Event.Destroyed e ->
                "destroy " + lines(e.lines()) + " evidence " + words.code(e.document());
            case Event.Judged e ->
                "judge " + list(e.lots(), words::lot) + " "
                        + e.status().name().toLowerCase(Locale.ROOT);
            case Event.Held e -> held(e);
            case Event.HoldLifted e -> "lift " + words.code(e.hold());
            case Event.Identified e ->
                "identify " + words.lot(e.unknown()) + " is " + words.lot(e.is());
            case Event.PassportChanged e -> changed(e);
            case Event.Corrected e ->
                throw new IllegalStateException(e.id() + " is told by what it corrects");
        };
    }

    private String within(Event.Unpacked e) {
        List<String> all = new ArrayList<>();
        if (!e.lines().isEmpty()) all.add(here(e.lines()));
        e.containers().forEach(code -> all.add("container " + words.code(code)));
        return String.join(", ", all);
    }

    private static <T> String list(List<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining(", "));
    }

    private String births(List<Birth> births) {
        return list(births, birth -> words.birth(birth, false));
    }

    private String siblings(List<Birth> births) {
        return list(births, birth -> words.birth(birth, true));
    }

    private String lines(List<Line> lines) {
        return list(lines, words::line);
    }

    private String here(List<Line> lines) {
        return list(lines, words::here);
    }

    private String at(Line line) {
        return words.here(line) + " at " + words.place(line.from());
    }

    private String load(List<Line> lines, List<ContainerCode> containers) {
        List<String> all = new ArrayList<>();
        lines.stream()
                .filter(l -> containers.stream()
                        .noneMatch(c -> l.from().equals(new Place.InContainer(c))))
                .forEach(line -> all.add(words.line(line)));
        containers.forEach(container -> all.add("container " + words.code(container)));
        return String.join(", ", all);
    }

    private String adjusted(Event.Adjusted e) {
        boolean found = e.from() instanceof Place.Beyond;
        return "adjust " + words.lot(e.lot()) + " by " + (found ? "+" : "-") + e.quantity() + " at "
                + words.place(found ? e.to() : e.from());
    }

    private String inputs(Event.Consumed e) {
        List<String> all = new ArrayList<>();
        for (Input in : e.inputs()) {
            String line = words.line(new Line(in.lot(), in.quantity(), null, in.from()));
            String into = in.into().stream().map(words::lot).collect(Collectors.joining(" and "));
            all.add(line + (into.isEmpty() ? "" : " into " + into));
        }
        return String.join(", ", all);
    }

    private String run(Run run) {
        String kind = run.kind() == RunKind.PRODUCTION
                ? ""
                : " " + run.kind().name().toLowerCase(Locale.ROOT);
        String basis = switch (run.basis()) {
            case NONE -> "";
            case DISCRETE_UNIT -> " discrete unit";
            case CLEARANCE, CLEANING -> " clear by " + run.basis().name().toLowerCase(Locale.ROOT);
        };
        return words.code(run.id())
                + (run.order() == null ? "" : " for " + words.code(run.order()))
                + (run.line() == null ? "" : " on line " + words.code(run.line()))
                + kind
                + basis
                + (run.after() == null ? "" : " after " + words.code(run.after()));
    }

    private String packed(Event.Packed e) {
        return "pack " + load(e.lines(), e.containers()) + " into " + words.code(e.container())
                + (e.at() == null ? "" : " at " + words.place(e.at()))
                + (e.basis() == ContentBasis.INFERRED ? " inferred" : "");
    }

    private String removed(Event.Removed e) {
        String end = " from " + words.lot(e.unit());
        String position = " position " + e.position();
        if (e.reclaimed() != null) {
            return "reclaim " + words.birth(e.reclaimed(), false) + end + position;
        }
        Line line = java.util.Objects.requireNonNull(e.original());
        Place to = java.util.Objects.requireNonNull(e.to());
        return "remove " + words.here(line) + end + " to " + words.place(to) + position;
    }

    private String partner(Object partner, @Nullable Object shipTo) {
        return words.code(partner) + (shipTo == null ? "" : "/" + shipTo);
    }

    private String returned(Event.Returned e) {
        String lines = list(
                e.lines(),
                line -> words.lot(line.of()) + " " + line.as().quantity() + " into "
                        + words.code(line.as().passport().number()) + " at "
                        + words.place(line.as().to()));
        return "return " + lines + " from " + partner(e.customer(), e.shipTo());
    }

    private String held(Event.Held e) {
        Portion lot = ((Reach.Sublot) e.reach()).lot();
        String name = words.isSerial(lot) ? words.lot(lot) : words.lot(lot) + ":1";
        return "hold " + name
                + (e.descent() == Descent.WITH_DESCENDANTS ? " with descendants" : "");
    }

    private String changed(Event.PassportChanged e) {
        String before = words.lot(e.lot());
        String after = words.code(e.passport().number());
        words.renamed(e.lot(), after);
        return "change " + before + " number " + after;
    }
}
