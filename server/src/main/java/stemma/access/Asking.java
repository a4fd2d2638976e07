package stemma.access;

import java.util.Optional;

/** Tells who asks in the request that this thread answers. */
@FunctionalInterface
public interface Asking {
    /** Returns the caller, if anyone is signed in. */
    Optional<Caller> caller();
}
