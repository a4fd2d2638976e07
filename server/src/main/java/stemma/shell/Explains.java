package stemma.shell;

import java.util.Optional;

/** Turns a room's own exception into the problem that is told; empty when it is not the room's. */
@FunctionalInterface
public interface Explains {
    Optional<Problem> explain(Throwable failure);
}
