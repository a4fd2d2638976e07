package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.UseTable;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Says which lots a line, a tank or a tool may have touched in a time, as the record stands. */
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
}
