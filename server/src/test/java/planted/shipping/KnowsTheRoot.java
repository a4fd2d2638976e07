package planted.shipping;

import planted.Root;

/** Reads the composition root. */
record KnowsTheRoot(Root root) {}
