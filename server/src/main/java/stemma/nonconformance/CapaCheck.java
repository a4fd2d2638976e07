package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A look whether something worked: by which criterion, when, and by which entry it was made. */
public record CapaCheck(
        String criterion, LocalDate due, @Nullable Entered made) {

    public boolean isOpen() {
        return made == null;
    }

    /** Says whether it was made and showed that it worked. */
    public boolean isPassed() {
        return made != null
                && made.entry() instanceof CaseEntry.Checked checked
                && checked.effect() == CaseEntry.Effect.EFFECTIVE;
    }

    CapaCheck madeBy(Entered entered) {
        return new CapaCheck(criterion, due, entered);
    }
}
