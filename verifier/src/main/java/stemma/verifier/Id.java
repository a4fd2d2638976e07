package stemma.verifier;

/** The 128 bits of a UUID, which names an entry, and in an event also the lots that it bears. */
record Id(long high, long low) {
    private static final int LENGTH = 36;
    private static final String DASHES = "--------|----|----|----|------------";

    /** Reads a UUID in lower case; refuses any other spelling. */
    static Id of(String text) {
        return of(text, text.length());
    }

    /** Reads the UUID that a text of so many characters begins with and is as far as that. */
    static Id of(String text, int length) {
        if (length != LENGTH) throw new Malformed("\"" + text + "\" is no id");
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (DASHES.charAt(i) == '|') {
                if (c != '-') throw new Malformed("\"" + text + "\" is no id");
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) throw new Malformed("\"" + text + "\" is no id");
            if (digits++ < 16) high = high << 4 | digit;
            else low = low << 4 | digit;
        }
        return new Id(high, low);
    }

    @Override
    public int hashCode() {
        long mixed = (high ^ low) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }

    @Override
    public String toString() {
        return new java.util.UUID(high, low).toString();
    }
}
