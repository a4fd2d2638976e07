package stemma.quality;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.lots.Lot;
import stemma.quality.store.RetentionTable;
import stemma.quality.store.SpecificationTable;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads until when retained samples are kept, as sets. */
final class Retentions {
    private final SpecificationTable specifications;
    private final RetentionTable said;

    Retentions(JdbcClient database) {
        this.specifications = new SpecificationTable(database);
        this.said = new RetentionTable(database);
    }

    Map<LotId, Retention> of(Collection<Lot> lots) {
        Map<String, Specification> inForce = new HashMap<>();
        for (Specification one :
                specifications.of(lots.stream().map(Lot::item).collect(Collectors.toSet())))
            if (one.state() == Specification.State.IN_FORCE)
                inForce.put(LotNumber.normal(one.item().code()), one);
        Map<LotId, Retention.Said> last =
                said.last(lots.stream().map(Lot::id).collect(Collectors.toSet()));
        Map<LotId, Retention> all = new HashMap<>();
        for (Lot lot : Set.copyOf(lots))
            all.put(
                    lot.id(),
                    Retention.of(
                            inForce.get(LotNumber.normal(lot.item().code())),
                            lot.passport(),
                            last.get(lot.id())));
        return all;
    }
}
