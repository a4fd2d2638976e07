package stemma.intake;

/**
 * What has been read and waits to be decided, as the reading of a later draft sees it: a number
 * means what it means once all before it has happened.
 */
interface Undecided {
    /** Nothing waits. */
    Undecided NONE = new Undecided() {
        @Override
        public boolean mayMean(String name) {
            return false;
        }

        @Override
        public void decide() {}
    };

    /** Says whether what waits may change which lots that name means. */
    boolean mayMean(String name);

    /** Has all of it decided now. */
    void decide();
}
