package planted.receiving;

import planted.shipping.Dock;

/** A work room that knows another. */
record KnowsShipping(Dock dock) {}
