package stemma.genealogy.store;

import stemma.genealogy.Span;

import java.math.BigDecimal;

/** A run yielded a lot: the run's key, how much, how known. */
public record YieldedRow(
        long run,
        boolean pool,
        boolean sameMaterial,
        Span lot,
        BigDecimal quantity,
        int evidence) {}
