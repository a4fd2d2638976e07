package stemma.journal;

/**
 * A concurrent transaction has recorded one of the ids first. The caller rolls back and starts
 * over, and then finds the id {@link Journal#known known}; nobody at a screen ever sees this.
 */
public final class IdTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IdTaken(int taken) {
        super(taken + " of the ids were recorded by a concurrent transaction");
    }
}
