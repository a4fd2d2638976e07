package stemma.verifier;

/** What the server says of an entry: its number, kind, id and moment; who made it is not used. */
record Envelope(long number, boolean isEvent, Id id, String recordedAt) {
    private static final int MOST_DIGITS = 18;
    private static final String MOMENT = "0000-00-00T00:00:00.000000Z";

    /** Reads the one object that the bytes from one place up to another are. */
    static Envelope of(byte[] bytes, int from, int end) {
        Json json = Json.members(bytes, from, end);
        json.pass("actor");
        json.pass("device");
        if (json.has("digest")) json.pass("digest");
        Id id = Id.of(json.text("id"));
        String kind = json.text("kind");
        if (!kind.equals("event") && !kind.equals("audit"))
            throw new Malformed("no kind of entry is called \"" + kind + "\"");
        String at = json.text("recordedAt");
        if (!isMoment(at)) throw new Malformed("\"" + at + "\" is no moment of recording");
        long number = number(json.text("seq"));
        json.pass("session");
        json.end();
        return new Envelope(number, kind.equals("event"), id, at);
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
        boolean isWhole = !text.isEmpty() && text.length() <= MOST_DIGITS && text.charAt(0) != '0';
        long number = 0;
        for (int i = 0; i < text.length() && isWhole; i++) {
            isWhole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            number = 10 * number + text.charAt(i) - '0';
        }
        if (!isWhole) throw new Malformed("\"" + text + "\" is no number of an entry");
        return number;
    }
}
