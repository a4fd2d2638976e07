package stemma.verifier;

import java.util.List;

/** What the server says of an entry: its number, kind, id and moment; who made it is not used. */
record Envelope(long number, boolean isEvent, Id id, String recordedAt) {
    private static final List<String> MEMBERS =
            List.of("actor", "device", "digest", "id", "kind", "recordedAt", "seq", "session");
    private static final List<String> WITHOUT_DIGEST =
            MEMBERS.stream().filter(name -> !name.equals("digest")).toList();
    private static final String MOMENT = "0000-00-00T00:00:00.000000Z";

    static Envelope of(Fields fields) {
        if (!fields.names().equals(MEMBERS) && !fields.names().equals(WITHOUT_DIGEST))
            throw new Malformed("these are not the members of an envelope");
        String kind = fields.text("kind");
        if (!kind.equals("event") && !kind.equals("audit"))
            throw new Malformed("no kind of entry is called \"" + kind + "\"");
        String at = fields.text("recordedAt");
        if (!isMoment(at)) throw new Malformed("\"" + at + "\" is no moment of recording");
        return new Envelope(
                number(fields.text("seq")), kind.equals("event"), Id.of(fields.text("id")), at);
    }

    private static boolean isMoment(String text) {
        if (text.length() != MOMENT.length()) return false;
        for (int i = 0; i < text.length(); i++) {
            char form = MOMENT.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) return false;
        }
        return true;
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number > 0 && Long.toString(number).equals(text)) return number;
        } catch (NumberFormatException noNumber) {
            // Told below, as what is out of range.
        }
        throw new Malformed("\"" + text + "\" is no number of an entry");
    }
}
