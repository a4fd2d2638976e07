package stemma.verifier;

import java.util.List;

/** A text and the one line that signs it, which stands after an empty line and is the last. */
record Note(String text, String signature) {

    /** Reads a note; refuses what is not spelt as one. */
    static Note of(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) throw new Malformed("a note ends with a signature");
        String signature = note.substring(end + 2, note.length() - 1);
        if (signature.contains("\n")) throw new Malformed("a note has one signature");
        return new Note(note.substring(0, end + 1), signature);
    }

    boolean isSignedByAny(List<Key> keys) {
        return keys.stream().anyMatch(key -> key.signed(text, signature));
    }
}
