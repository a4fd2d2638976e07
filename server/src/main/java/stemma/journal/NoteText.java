package stemma.journal;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The text that a checkpoint's key signs: origin, size, root in base64, and the moment, a line
 * each. This is the checkpoint form of C2SP, with the moment, and where a key hands over to the
 * next the two keys, as its extension lines.
 */
record NoteText(String origin, long size, byte[] root, Instant at, Optional<Handover> handover) {
    private static final String TIME = "time ";
    private static final int PLAIN = 4;

    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n" + TIME
                + Envelope.moment(at) + "\n" + handover.map(Handover::text).orElse("");
    }

    /** Returns what the text says; refuses a text that is not written exactly so. */
    static NoteText of(String text) {
        List<String> lines = text.lines().toList();
        Optional<Handover> handover = lines.size() == PLAIN
                ? Optional.empty()
                : Optional.of(Handover.of(lines.get(PLAIN), lines.get(PLAIN + 1)));
        NoteText note = new NoteText(
                lines.get(0),
                Long.parseLong(lines.get(1)),
                Base64.getDecoder().decode(lines.get(2)),
                Instant.parse(lines.get(3).substring(TIME.length())),
                handover);
        if (!note.text().equals(text)) throw new IllegalArgumentException("not our spelling");
        return note;
    }
}
