package stemma.journal;

/**
 * That the log goes on under another key: the lines {@code from} and {@code to} of a checkpoint
 * that both keys sign. The one signs no larger log, the other no smaller one.
 */
public record Handover(VerifyingKey from, VerifyingKey to) {
    private static final String FROM = "from ";
    private static final String TO = "to ";

    public Handover {
        if (from.equals(to) || !from.name().equals(to.name()))
            throw new IllegalArgumentException("one key hands over to another of its name");
    }

    String text() {
        return FROM + from + "\n" + TO + to + "\n";
    }

    static Handover of(String from, String to) {
        if (!from.startsWith(FROM) || !to.startsWith(TO))
            throw new IllegalArgumentException("not the lines of a handover");
        return new Handover(
                VerifyingKey.of(from.substring(FROM.length())),
                VerifyingKey.of(to.substring(TO.length())));
    }
}
