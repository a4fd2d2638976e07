package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;

import java.time.LocalDate;

/** Something that somebody shall do until a day, and by which entry it was said to be done. */
public record CaseAction(
        int number,
        String action,
        ActorId owner,
        LocalDate due,
        @Nullable Entered done) {

    public boolean isOpen() {
        return done == null;
    }

    CaseAction doneBy(Entered entered) {
        return new CaseAction(number, action, owner, due, entered);
    }
}
