package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.RecipeStep;

import java.util.List;

/** A step of an order's recipe with all records of it, the latest first. */
public record StepState(RecipeStep step, List<StepRecord> records) {
    public StepState {
        records = List.copyOf(records);
    }

    /** Returns the record that tells, if the step was done. */
    public @Nullable StepRecord latest() {
        return records.isEmpty() ? null : records.getFirst();
    }

    /** Returns what of the record that tells lies outside the limits, in words. */
    public List<String> outside() {
        StepRecord latest = latest();
        return latest == null ? List.of() : latest.outside(step);
    }
}
