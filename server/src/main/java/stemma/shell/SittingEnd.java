package stemma.shell;

import java.time.Instant;
import java.util.Optional;

/** Tells a form until when the viewer may sign by the password alone. */
@FunctionalInterface
public interface SittingEnd {
    SittingEnd NONE = Optional::empty;

    /** Returns the end of the viewer's sitting, if there is one. */
    Optional<Instant> until();
}
