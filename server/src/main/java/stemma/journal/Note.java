package stemma.journal;

import java.util.List;

/**
 * A text that ends with a line feed, an empty line, and the lines that sign it, the oldest key's
 * first (C2SP signed note).
 */
record Note(String text, List<String> signatures) {
    Note {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; refuses what is not spelt as one. */
    static Note of(String note) {
        int end = note.lastIndexOf("\n\n") + 1;
        if (end == 0 || !note.endsWith("\n")) throw new IllegalArgumentException("no note");
        return new Note(note.substring(0, end), note.substring(end + 1).lines().toList());
    }

    @Override
    public String toString() {
        return text + "\n" + String.join("\n", signatures) + "\n";
    }
}
