package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;

/** A retained sample by our inner key, and the lot that it was taken of. */
public record Retained(long key, @Nullable LotId of) {}
