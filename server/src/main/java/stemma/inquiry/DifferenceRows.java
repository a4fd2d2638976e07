package stemma.inquiry;

import stemma.genealogy.Boundary;
import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.TracedRun;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.inquiry.TraceDifference.Kind;
import stemma.inquiry.TraceDifference.Row;
import stemma.inquiry.TraceDifference.Turn;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells row by row what a later trace has and an earlier has not, what it lacks, what changed. */
final class DifferenceRows {
    private final Seen earlier;
    private final Seen later;
    private final Learned learned;
    private final Because in;
    private final Because out;
    private final Names names;
    private final Map<LotId, String> numbersThen;
    private final List<Row> rows = new ArrayList<>();

    /** {@code numbersThen} says how lots were called by the earlier knowledge, if otherwise. */
    DifferenceRows(
            Seen earlier,
            Seen later,
            Learned learned,
            Names names,
            Map<LotId, String> numbersThen) {
        this.earlier = earlier;
        this.later = later;
        this.learned = learned;
        this.in = new Because(later, earlier, learned);
        this.out = new Because(earlier, later, learned);
        this.names = names;
        this.numbersThen = numbersThen;
    }

    /** Returns the rows by their kind, what came in first, then by name. */
    List<Row> rows() {
        lots(later, earlier, Turn.CAME_IN, in);
        lots(earlier, later, Turn.WENT_OUT, out);
        later.lots.values().stream()
                .filter(lot -> earlier.lots.containsKey(lot.id()))
                .forEach(this::changed);
        makers(later, earlier, Turn.CAME_IN, in);
        makers(earlier, later, Turn.WENT_OUT, out);
        links(later, earlier, Turn.CAME_IN, in);
        links(earlier, later, Turn.WENT_OUT, out);
        rows.addAll(new ConsigneeRows(earlier, later, learned, in, out).rows());
        suppliers(later, earlier, Turn.CAME_IN, in);
        suppliers(earlier, later, Turn.WENT_OUT, out);
        rows.sort(Comparator.comparing(Row::kind)
                .thenComparing(Row::turn)
                .thenComparing(Row::name)
                .thenComparing(Row::id));
        return rows;
    }

    private void lots(Seen here, Seen there, Turn turn, Because because) {
        here.lots.forEach((id, lot) -> {
            List<Portion> units = here.unitsNotIn(there, id);
            if (units.isEmpty()) return;
            long count = units.stream().mapToLong(Portion::count).sum();
            String about = names.item(lot.item()) + (lot.isSerial() ? ", " + count + " units" : "");
            String told = units.stream().map(Portion::toString).collect(Collectors.joining(" "));
            rows.add(Row.only(
                    Kind.LOT, turn, called(lot), told, about, because.of(id), Subject.card(lot)));
        });
    }

    /** Returns what the lot is called, among several that were asked about with its place. */
    private String called(Lot lot) {
        return later.board.subject().label(lot);
    }

    private void changed(Lot lot) {
        String item = names.item(lot.item());
        String then = numbersThen.getOrDefault(lot.id(), lot.number().text());
        if (!then.equals(lot.number().text()))
            rows.add(Row.changed(
                    Kind.LOT,
                    called(lot),
                    lot.span().toString(),
                    item + ", its number",
                    then,
                    lot.number().text(),
                    learned.ofPassport(lot.span()),
                    Subject.card(lot)));
        Tally before = Objects.requireNonNull(earlier.tallies.get(lot.id()));
        Tally after = Objects.requireNonNull(later.tallies.get(lot.id()));
        if (!before.equals(after))
            rows.add(Row.changed(
                    Kind.LOT,
                    called(lot),
                    lot.span().toString(),
                    item,
                    words(before),
                    words(after),
                    learned.ofAmounts(lot.span()),
                    Subject.card(lot)));
    }

    /** Returns how much came to be and where it is, such as {@code 400 ea: 400 ea on site}. */
    private static String words(Tally tally) {
        List<String> parts = new ArrayList<>();
        for (Stage stage : Stage.values())
            if (!tally.at(stage).isZero()) parts.add(tally.at(stage) + " " + stage.words());
        if (tally.came().isZero() && parts.isEmpty()) return "nothing known";
        return tally.came() + ": " + (parts.isEmpty() ? "nothing left" : String.join(", ", parts));
    }

    private void makers(Seen here, Seen there, Turn turn, Because because) {
        here.makers.forEach((key, node) -> {
            if (there.makers.containsKey(key)) return;
            switch (node) {
                case TracedRun run ->
                    rows.add(Row.only(
                            Kind.RUN,
                            turn,
                            Seen.name(run),
                            run.id().code(),
                            run.line() == null ? "" : "on " + run.line(),
                            because.of(key),
                            Names.isOwnRun(run.id())
                                    ? ""
                                    : Subject.page("/orders", run.id().code())));
                case Epoch epoch ->
                    rows.add(Row.only(
                            Kind.VESSEL,
                            turn,
                            epoch.vessel().code(),
                            epoch.vessel().code(),
                            "",
                            because.of(key),
                            ""));
                case Reached lot -> throw new IllegalArgumentException(lot + " makes nothing");
            }
        });
    }

    private void links(Seen here, Seen there, Turn turn, Because because) {
        here.courses.forEach((key, course) -> {
            Seen.Course other = there.courses.get(key);
            String name = link(course);
            if (other == null || !Seen.without(course.units, other.units).isEmpty()) {
                Quantity quantity = course.quantity();
                String about = quantity == null ? "" : quantity.toString();
                rows.add(Row.only(Kind.LINK, turn, name, key, about, because.of(course), ""));
            } else if (turn == Turn.CAME_IN
                    && !Objects.equals(course.quantity(), other.quantity())) {
                rows.add(Row.changed(
                        Kind.LINK,
                        name,
                        key,
                        "",
                        String.valueOf(other.quantity()),
                        String.valueOf(course.quantity()),
                        learned.ofLink(course.from, course.to),
                        ""));
            }
        });
    }

    private static String link(Seen.Course course) {
        return Seen.name(course.from) + " → " + Seen.name(course.to);
    }

    static String partner(PartnerCode code) {
        return "/masters/partners/one?key=" + Subject.encoded(code.code());
    }

    private void suppliers(Seen here, Seen there, Turn turn, Because because) {
        Set<PartnerCode> gone = from(here);
        gone.removeAll(from(there));
        for (PartnerCode supplier : gone) {
            Set<Long> seqs = new TreeSet<>();
            here.lots.values().stream()
                    .filter(lot -> supplier.equals(lot.passport().seller()))
                    .forEach(lot -> seqs.addAll(because.of(lot.id())));
            rows.add(Row.only(
                    Kind.SUPPLIER,
                    turn,
                    names.partner(supplier),
                    supplier.code(),
                    "",
                    seqs,
                    partner(supplier)));
        }
    }

    private static Set<PartnerCode> from(Seen seen) {
        return seen.trace.completeness().boundaries().stream()
                .filter(end -> end.kind() == Boundary.Kind.CAME_FROM_SUPPLIER)
                .map(Boundary::partner)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
