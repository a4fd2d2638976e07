package stemma.planted;

/** Promises a text and returns null. */
final class NullReturned {
    private NullReturned() {}

    static String text() {
        return null;
    }
}
