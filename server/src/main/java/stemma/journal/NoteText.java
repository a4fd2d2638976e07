package stemma.journal;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The text that a checkpoint's key signs: origin, size, root in base64, and the moment, a line
 * each. This is the checkpoint form of C2SP, with the moment as its one extension line.
 */
record NoteText(String origin, long size, byte[] root, Instant at) {
    private static final String TIME = "time ";

    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n" + TIME
                + Envelope.moment(at) + "\n";
    }

    /** Returns what the text says; refuses a text that is not written exactly so. */
    static NoteText of(String text) {
        List<String> lines = text.lines().toList();
        NoteText note = new NoteText(
                lines.get(0),
                Long.parseLong(lines.get(1)),
                Base64.getDecoder().decode(lines.get(2)),
                Instant.parse(lines.get(3).substring(TIME.length())));
        if (!note.text().equals(text)) throw new IllegalArgumentException("not our spelling");
        return note;
    }
}
