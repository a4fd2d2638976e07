package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.stock.Container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What one append makes of containers: played in memory in the order of its events, then each
 * container written once as it stands in the end.
 */
final class ContainerRows {
    private final JdbcClient database;
    private final Map<ContainerCode, Container> standing = new TreeMap<>();
    private final Map<ContainerCode, Container> changed = new LinkedHashMap<>();

    /** Reads those of the containers that are known already. */
    ContainerRows(JdbcClient database, StockTable table, List<Event> effects) {
        this.database = database;
        Set<ContainerCode> named = new TreeSet<>();
        for (Event effect : effects) {
            switch (effect) {
                case Event.Packed e -> {
                    named.add(e.container());
                    named.addAll(e.containers());
                }
                case Event.Unpacked e -> named.addAll(e.containers());
                case Event.Moved e -> named.addAll(e.containers());
                default -> {}
            }
        }
        table.containers(named).forEach(c -> standing.put(c.code(), c));
    }

    void add(Event effect) {
        switch (effect) {
            case Event.Packed packed -> {
                if (packed.at() != null || !standing.containsKey(packed.container()))
                    stand(packed.container(), packed.at(), packed.basis());
                packed.containers().forEach(c -> nest(c, packed.container()));
            }
            case Event.Unpacked e ->
                e.containers().forEach(c -> stand(c, e.to(), ContentBasis.OBSERVED));
            case Event.Moved e ->
                e.containers().forEach(c -> stand(c, e.to(), ContentBasis.OBSERVED));
            default -> {}
        }
    }

    private void stand(ContainerCode code, @Nullable Place place, ContentBasis basis) {
        put(new Container(code, null, place, basis));
    }

    private void nest(ContainerCode code, ContainerCode parent) {
        Container before = standing.get(code);
        if (before != null) put(new Container(code, parent, null, before.basis()));
    }

    private void put(Container container) {
        standing.put(container.code(), container);
        changed.put(container.code(), container);
    }

    void write() {
        if (changed.isEmpty()) return;
        database.sql("""
                insert into stock.container (code, parent, place, basis)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])
                on conflict (code) do update
                    set parent = excluded.parent, place = excluded.place, basis = excluded.basis
                """)
                .params(
                        texts(c -> c.code().code()),
                        texts(c -> text(c.parent(), ContainerCode::code)),
                        texts(c -> text(c.place(), Place::text)),
                        texts(c -> c.basis().name()))
                .update();
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> words) {
        return value == null ? null : words.apply(value);
    }

    private Object texts(Function<Container, @Nullable String> column) {
        return changed.values().stream().map(column).toArray(String[]::new);
    }
}
