package stemma.journal;

/** What an entry's body is: a ledger event or an audit entry. */
public enum EntryKind {
    EVENT(1, "event"),
    AUDIT(2, "audit");

    private final int code;
    private final String word;

    EntryKind(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** Returns the number by which the database keeps the kind. */
    public int code() {
        return code;
    }

    /** Returns the word that stands in the envelope. */
    public String word() {
        return word;
    }

    /** Returns the kind of a number in the database; an unknown number means foreign data. */
    public static EntryKind ofCode(int code) {
        for (EntryKind kind : values()) if (kind.code == code) return kind;
        throw new IllegalArgumentException("no entry kind has the code " + code);
    }

    /** Returns the kind of a word in an envelope; an unknown word means foreign bytes. */
    public static EntryKind ofWord(String word) {
        for (EntryKind kind : values()) if (kind.word.equals(word)) return kind;
        throw new IllegalArgumentException("no entry kind is called \"" + word + "\"");
    }
}
