package stemma.verifier;

import java.util.List;

/** A text and the lines that sign it, which stand after an empty line and are the last. */
record Note(String text, List<String> signatures) {
    Note {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; refuses what is not spelt as one. */
    static Note of(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) throw new Malformed("a note ends with a signature");
        List<String> signatures = note.substring(end + 2).lines().toList();
        if (signatures.isEmpty()) throw new Malformed("a note has a signature");
        return new Note(note.substring(0, end + 1), signatures);
    }

    /** Says whether the key made one of the signatures. */
    boolean isSignedBy(Key key) {
        return signatures.stream().anyMatch(line -> key.signed(text, line));
    }
}
