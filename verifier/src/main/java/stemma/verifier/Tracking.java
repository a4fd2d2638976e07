package stemma.verifier;

/** How finely an item is told apart, as the masters of the archive say. */
enum Tracking {
    LOT,
    SERIAL,
    POOL
}
