package stemma.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Resource;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Violation;
import stemma.quality.Instruments;
import stemma.upkeep.store.ConditionTable;
import stemma.upkeep.store.RequirementTable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** What stands against a measurement: its instrument is to be calibrated and is not. */
public final class InstrumentRules implements Instruments {
    private final Catalog catalog;
    private final RequirementTable requirements;
    private final ConditionTable conditions;

    public InstrumentRules(JdbcClient database, Catalog catalog) {
        this.catalog = catalog;
        this.requirements = new RequirementTable(database);
        this.conditions = new ConditionTable(database);
    }

    @Override
    public List<Violation> against(String instrument, ItemCode item, Instant at) {
        List<Requirement> standing = requirements.standing();
        if (standing.isEmpty()) return List.of();
        ResourceCode code = new ResourceCode(instrument.strip());
        Resource resource = catalog.resources(List.of(code)).get(code);
        Requirements requirements = new Requirements(standing);
        if (resource == null) return requirements.againstUnknown("instrument", code);
        Requirements.Asked asked =
                requirements.of(resource, Set.of(LotNumber.normal(item.code())), null);
        if (!asked.asks(Demand.CALIBRATED)) return List.of();
        Condition condition = conditions
                .of(List.of(new ConditionTable.Question(
                        resource.code(),
                        at,
                        null,
                        Set.of(),
                        ConditionTable.Before.EVER,
                        ConditionTable.Counting.ANY)))
                .getFirst()
                .condition();
        var site = catalog.sites(List.of(resource.site())).get(resource.site());
        ZoneId zone = site == null ? ZoneOffset.UTC : site.zone();
        Requirements.Asked calibrated =
                new Requirements.Asked(Set.of(Demand.CALIBRATED), java.util.OptionalInt.empty());
        return Fitness.lacks(resource, calibrated, condition, at, zone).stream()
                .map(lack -> lack.rule().broken("instrument", null, lack.sentence()))
                .toList();
    }
}
