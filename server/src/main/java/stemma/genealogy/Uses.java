package stemma.genealogy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.UseTable;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says which lots a line, a tank or a tool may have touched in a time, and by which runs and
 * entries lots were touched, as the record stands.
 */
public final class Uses {
    private final UseTable table;
    private final Lots lots;

    public Uses(JdbcClient database, Lots lots) {
        this.table = new UseTable(database);
        this.lots = lots;
    }

    /**
     * Returns the lots that the resource touched in the window, the outputs of the runs that used
     * it then, and what was drawn from it while what stood in it then may still have been there.
     */
    public List<Portion> touched(ResourceCode resource, Instant from, Instant until) {
        TreeSet<Span> spans = new TreeSet<>(table.touched(resource.code(), from, until));
        spans.addAll(table.drawn(resource.code(), from, until));
        Map<Long, Lot> known = lots.byKey(spans.stream().map(Span::lot).toList());
        List<Portion> touched = new ArrayList<>();
        for (Span span : spans) {
            Lot lot = known.get(span.lot());
            if (lot != null) touched.add(Assembly.portion(lot, span));
        }
        return touched;
    }

    /** By what equipment may have met some lots: the runs that made them, and single entries. */
    public record Met(Set<RunId> runs, Set<Long> entries) {
        public Met {
            runs = Set.copyOf(runs);
            entries = Set.copyOf(entries);
        }
    }

    /** A lot, or units of it. */
    public record Part(Lot lot, Portion portion) {
        Span span() {
            return new Span(lot.key(), portion.first().ordinal(), portion.last());
        }
    }

    /** Returns the entries that touched these lots, and the runs that yielded the born. */
    public Met met(Collection<Part> lots, Collection<Part> born) {
        return new Met(
                table.makers(born.stream().map(Part::span).toList()).stream()
                        .map(RunId::new)
                        .collect(Collectors.toSet()),
                Set.copyOf(table.entries(lots.stream().map(Part::span).toList())));
    }

    /** What a run was for: its order, where it has one, and the items of what came of it. */
    public record Purpose(@Nullable OrderCode order, Set<ItemCode> items) {
        public Purpose {
            items = Set.copyOf(items);
        }
    }

    /** Returns what these runs were for. */
    public Map<RunId, Purpose> purposes(Collection<RunId> runs) {
        List<UseTable.Yielding> rows =
                table.yielding(runs.stream().map(RunId::code).toList());
        Map<Long, Lot> known = lots.byKey(rows.stream()
                .map(UseTable.Yielding::lot)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<RunId, Purpose> purposes = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> new RunId(row.run())))
                .forEach((run, yielding) -> purposes.put(run, purpose(yielding, known)));
        return purposes;
    }

    private static Purpose purpose(List<UseTable.Yielding> yielding, Map<Long, Lot> known) {
        String order = yielding.getFirst().order();
        return new Purpose(
                order == null ? null : new OrderCode(order),
                yielding.stream()
                        .map(row -> row.lot() == null ? null : known.get(row.lot()))
                        .filter(Objects::nonNull)
                        .map(Lot::item)
                        .collect(Collectors.toSet()));
    }
}
