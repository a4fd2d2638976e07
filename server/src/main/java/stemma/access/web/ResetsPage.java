package stemma.access.web;

import stemma.access.Reset;

import java.util.List;

/** The resets that wait, and whether who looks may confirm any. */
public record ResetsPage(List<Waiting> waiting, Confirming confirming) {
    public ResetsPage {
        waiting = List.copyOf(waiting);
    }

    /** A password that waits, and the printed name of whose it is. */
    public record Waiting(Reset reset, String name) {}

    /** Whether who looks may confirm. */
    public enum Confirming {
        MAY,
        MAY_NOT
    }
}
