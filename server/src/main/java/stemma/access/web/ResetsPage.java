package stemma.access.web;

import stemma.access.Reset;

import java.util.List;

/** The resets that wait, and whether who looks may confirm any. */
public record ResetsPage(List<Reset> waiting, Confirming confirming) {
    public ResetsPage {
        waiting = List.copyOf(waiting);
    }

    /** Whether who looks may confirm. */
    public enum Confirming {
        MAY,
        MAY_NOT
    }
}
