package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Span;

import java.math.BigDecimal;
import java.time.Instant;

/** A fill or a draw of a vessel, with the window in which it mixes. */
public record FlowRow(
        long seq, int line, Window window, Span lot, BigDecimal quantity, int evidence) {

    /**
     * A vessel from the last emptying certainly before a flow to the first certainly after it; a
     * missing bound is open. A flow mixes with every flow that may have happened in its window.
     */
    public record Window(
            String vessel,
            @Nullable Instant opened,
            @Nullable Instant closed) {}
}
