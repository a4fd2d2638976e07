package stemma;

import stemma.journal.WorldClock;

/** By which clock a world runs, and what is done to it before its pages answer. */
interface Beginning {
    /** The world as its database has it, by the database's clock. */
    Beginning AS_IT_STANDS = new Beginning() {};

    /** Returns the clock of the world, given the database's. */
    default WorldClock clock(WorldClock database) {
        return database;
    }

    default void begin(World world) {}
}
