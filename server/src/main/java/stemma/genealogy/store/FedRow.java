package stemma.genealogy.store;

import stemma.genealogy.Span;

import java.math.BigDecimal;

/**
 * A lot fed a run, into all of its outputs or some: the link's key, the run's, how much, how known.
 */
public record FedRow(
        long key,
        long run,
        boolean pool,
        boolean sameMaterial,
        boolean merged,
        Span lot,
        BigDecimal quantity,
        int evidence,
        boolean everywhere) {}
