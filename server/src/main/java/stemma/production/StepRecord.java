package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.RecipeStep;
import stemma.catalog.StepKind;
import stemma.catalog.StepParameter;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done at one step of a work order: what the step is for, when, by whom, on what, what was
 * read off by the names of the parameters, and why it is outside its limits where it is.
 */
public record StepRecord(
        EventId id,
        OrderCode order,
        int step,
        StepKind kind,
        Instant occurredAt,
        Instant recordedAt,
        ActorId by,
        @Nullable ResourceCode resource,
        Map<String, BigDecimal> readings,
        String reason) {
    public StepRecord {
        readings = java.util.Collections.unmodifiableMap(new TreeMap<>(readings));
    }

    /** Returns in words what of the step's readings lies outside its limits. */
    public List<String> outside(RecipeStep of) {
        List<String> outside = new ArrayList<>();
        for (StepParameter parameter : of.parameters()) {
            BigDecimal value = readings.get(parameter.name());
            if (value != null && !parameter.allows(value)) {
                outside.add(parameter.name() + " " + value.toPlainString()
                        + (parameter.unit().isEmpty() ? "" : " " + parameter.unit()) + " is not "
                        + parameter.limits());
            }
        }
        return outside;
    }

    /** Returns what was read off, in words; empty where nothing was. */
    public String words() {
        List<String> words = new ArrayList<>();
        readings.forEach((name, value) -> words.add(name + " " + value.toPlainString()));
        return String.join(", ", words);
    }
}
