package stemma.bench;

/** Hears a genealogy as it is generated; nodes are numbered in the order of their making. */
interface Told {
    /** A node is made, the first with number zero, each further one with the next. */
    default void made(Kind kind) {}

    /** That lot has serials, which are made next. */
    default void serials(int lot) {}

    default void edge(int from, int to, int quantity) {}

    /** A lot or serial is in a shipment. */
    default void line(int node, int shipment, int quantity) {}

    /** A shipment, numbered from zero, goes to a customer. */
    default void shipment(int customer) {}

    /** What a node is. */
    enum Kind {
        RAW,
        WIP,
        FINISHED,
        FILL,
        SERIAL
    }
}
