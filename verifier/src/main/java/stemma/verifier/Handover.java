package stemma.verifier;

import java.util.List;

/**
 * That the log goes on under another key: a checkpoint that has the lines {@code from} and
 * {@code to} and is signed by both, the key that ends first.
 */
record Handover(Key from, Key to) {
    private static final String FROM = "from ";
    private static final String TO = "to ";

    /** Reads the two lines; refuses what is not spelt so. */
    static Handover of(String from, String to) {
        if (!from.startsWith(FROM) || !to.startsWith(TO))
            throw new Malformed("a handover has the lines from and to");
        Key one = Key.of(from.substring(FROM.length()));
        Key next = Key.of(to.substring(TO.length()));
        if (one.text().equals(next.text()) || !one.name().equals(next.name()))
            throw new Malformed("one key hands over to another of its name");
        return new Handover(one, next);
    }

    boolean isSigned(Note note) {
        List<String> lines = note.signatures();
        return lines.size() == 2
                && from.signed(note.text(), lines.getFirst())
                && to.signed(note.text(), lines.getLast());
    }
}
