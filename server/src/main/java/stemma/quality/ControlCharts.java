package stemma.quality;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.ControlPoint.Control;
import stemma.quality.store.ChartTable;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws up how a characteristic goes over the lots of an item. The queries are a fixed few. */
public final class ControlCharts {
    /** As many lots as a chart shows if nobody says. */
    public static final int USUAL = 50;

    public static final int MOST = 500;

    private final Quality quality;
    private final Lots lots;
    private final ChartTable table;

    public ControlCharts(JdbcClient database, Quality quality, Lots lots) {
        this.quality = quality;
        this.lots = lots;
        this.table = new ChartTable(database);
    }

    /**
     * Returns the chart of the latest lots at those sites. A characteristic is known by its name in
     * all revisions; refused with {@code characteristic_unknown} where none measures it.
     */
    public ControlChart chart(Optional<Set<SiteCode>> sites, ItemCode item, String name, int most) {
        List<Specification> revisions = quality.specifications(item);
        Specification held = revisions.stream()
                .filter(one -> measured(one, name).isPresent())
                .min(Comparator.comparing(one -> one.state() != Specification.State.IN_FORCE))
                .orElseThrow(() -> new Refused(Problem.of(
                                "characteristic_unknown",
                                422,
                                "No specification of " + item + " measures \"" + name.strip()
                                        + "\".")
                        .advising("Find it from the specification; only what is measured has a"
                                + " chart.")
                        .notRecording("")));
        Characteristic shown = measured(held, name).orElseThrow();
        Map<Integer, Integer> same = new HashMap<>();
        Map<Integer, Integer> others = new HashMap<>();
        for (Specification one : revisions)
            measured(one, name)
                    .ifPresent(found -> (found.unit().equals(shown.unit()) ? same : others)
                            .put(one.revision(), found.number()));
        List<EventId> ids = table.latest(item, same, sites, most);
        List<Found> found = found(ids, same);
        return new ControlChart(
                held,
                shown,
                points(found),
                ControlLimits.of(found.stream().map(Found::value).toList()),
                table.count(item, same, sites),
                table.count(item, others, sites));
    }

    private static Optional<Characteristic> measured(Specification one, String name) {
        return one.characteristics().stream()
                .filter(it -> it.kind() == Characteristic.Kind.MEASURED
                        && it.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** What counts of one inspection. */
    private record Found(InspectionCard card, List<Result> results) {
        BigDecimal value() {
            List<BigDecimal> numbers = results.stream()
                    .map(Result::number)
                    .filter(Objects::nonNull)
                    .toList();
            return numbers.size() == 1 ? numbers.getFirst() : ControlLimits.mean(numbers);
        }

        Instant at() {
            return results.stream()
                    .map(Result::occurredAt)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }

        Result.Outcome outcome() {
            return results.stream().anyMatch(one -> one.outcome() == Result.Outcome.FAILS)
                    ? Result.Outcome.FAILS
                    : Result.Outcome.PASSES;
        }
    }

    private List<Found> found(List<EventId> ids, Map<Integer, Integer> numbers) {
        List<Found> found = new ArrayList<>();
        for (InspectionCard card : quality.cards(ids)) {
            Integer number = numbers.get(card.inspection().revision());
            found.add(new Found(
                    card,
                    card.counting().stream()
                            .filter(one -> Objects.equals(one.characteristic(), number))
                            .toList()));
        }
        // A value that was misread and put right keeps the place of its lot.
        found.sort(Comparator.comparing((Found one) -> one.card().inspection().openedAt())
                .thenComparing(one -> one.card().inspection().id().toString()));
        return found;
    }

    private List<ControlPoint> points(List<Found> found) {
        List<BigDecimal> values = found.stream().map(Found::value).toList();
        List<BigDecimal> ranges = ControlLimits.ranges(values);
        Optional<ControlLimits> limits = ControlLimits.of(values);
        Map<LotId, Lot> known = lots.lotsEvenVoided(found.stream()
                .flatMap(one -> one.card().inspection().lots().stream())
                .map(Portion::first)
                .collect(Collectors.toSet()));
        List<ControlPoint> points = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            BigDecimal value = values.get(i);
            points.add(new ControlPoint(
                    i + 1,
                    one.card().inspection(),
                    numbers(one.card().inspection(), known),
                    value,
                    one.results().size(),
                    one.at(),
                    i == 0 ? null : ranges.get(i - 1),
                    limits.map(all -> control(all.side(value))).orElse(Control.UNKNOWN),
                    one.outcome()));
        }
        return points;
    }

    private static Control control(int side) {
        return side > 0 ? Control.ABOVE : side < 0 ? Control.BELOW : Control.WITHIN;
    }

    private static String numbers(Inspection inspection, Map<LotId, Lot> known) {
        return inspection.lots().stream()
                .map(lot -> known.get(lot.first()))
                .filter(Objects::nonNull)
                .map(lot -> lot.number().text())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
