package stemma.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The statement that the log of this size had this root at the moment, and where it is so, that it
 * goes on under another key.
 */
record Checkpoint(
        long size, byte[] root, Instant at, String origin, Optional<Handover> handover, Note note) {
    private static final int LINES = 4;
    private static final int HANDOVER_LINES = 6;
    private static final String TIME = "time ";

    /** Reads one checkpoint; refuses what is not spelt as one. */
    static Checkpoint of(String text) {
        Note note = Note.of(text);
        List<String> lines = note.text().lines().toList();
        boolean isPlain = lines.size() == LINES;
        if ((!isPlain && lines.size() != HANDOVER_LINES) || !lines.get(3).startsWith(TIME))
            throw new Malformed("a checkpoint has four lines: origin, size, root, time");
        try {
            long size = Long.parseLong(lines.get(1));
            byte[] root = Base64.getDecoder().decode(lines.get(2));
            if (size < 0 || root.length != Hash.LENGTH) throw new Malformed("no size and root");
            Instant at = Instant.parse(lines.get(3).substring(TIME.length()));
            Optional<Handover> handover = isPlain
                    ? Optional.empty()
                    : Optional.of(Handover.of(lines.get(LINES), lines.getLast()));
            return new Checkpoint(size, root, at, lines.getFirst(), handover, note);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Malformed("a checkpoint's size, root or time cannot be read");
        }
    }

    /** Says whether this key signed it, for a log of the key's own name. */
    boolean isSignedBy(Key key) {
        return key.name().equals(origin) && note.isSignedBy(key);
    }

    /** Says whether it has the one signature that it needs, or as a handover those of both keys. */
    boolean isWhole() {
        return handover.map(keys -> keys.isSigned(note))
                .orElse(note.signatures().size() == 1);
    }

    /** Reads checkpoints that follow each other with an empty line between. */
    static List<Checkpoint> all(String text) {
        List<Checkpoint> all = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int signed = text.indexOf("\n\n", from);
            if (signed < 0) throw new Malformed("the last checkpoint is not whole");
            int next = text.indexOf("\n\n", signed + 2);
            int end = next < 0 ? text.length() : next + 1;
            all.add(of(text.substring(from, end)));
            from = next < 0 ? end : next + 2;
        }
        return all;
    }
}
