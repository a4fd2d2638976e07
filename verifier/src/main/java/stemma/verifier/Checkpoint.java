package stemma.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The statement that the log of this size had this root at the moment. */
record Checkpoint(long size, byte[] root, Instant at, String origin, Note note) {
    private static final int LINES = 4;
    private static final String TIME = "time ";

    /** Reads one checkpoint; refuses what is not spelt as one. */
    static Checkpoint of(String text) {
        Note note = Note.of(text);
        List<String> lines = note.text().lines().toList();
        if (lines.size() != LINES || !lines.get(3).startsWith(TIME))
            throw new Malformed("a checkpoint has four lines: origin, size, root, time");
        try {
            long size = Long.parseLong(lines.get(1));
            byte[] root = Base64.getDecoder().decode(lines.get(2));
            if (size < 0 || root.length != Hash.LENGTH) throw new Malformed("no size and root");
            Instant at = Instant.parse(lines.get(3).substring(TIME.length()));
            return new Checkpoint(size, root, at, lines.getFirst(), note);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Malformed("a checkpoint's size, root or time cannot be read");
        }
    }

    /** Says whether this key signed it, for a log of the key's own name. */
    boolean isSignedBy(Key key) {
        return key.name().equals(origin) && key.signed(note.text(), note.signature());
    }

    /** Reads checkpoints that follow each other with an empty line between. */
    static List<Checkpoint> all(String text) {
        List<Checkpoint> all = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int signature = text.indexOf("\n\n", from);
            int end = signature < 0 ? -1 : text.indexOf('\n', signature + 2);
            if (end < 0) throw new Malformed("the last checkpoint is not whole");
            all.add(of(text.substring(from, end + 1)));
            if (end + 1 < text.length() && text.charAt(end + 1) != '\n')
                throw new Malformed("between checkpoints stands an empty line");
            from = end + 2;
        }
        return all;
    }
}
