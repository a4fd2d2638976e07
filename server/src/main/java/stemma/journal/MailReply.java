package stemma.journal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a mail server answers: a code, and lines of text for people or of what it can do. */
record MailReply(int code, List<String> lines) {
    private static final int LONGEST = 200;
    private static final int CLASS = 100;

    MailReply {
        lines = List.copyOf(lines);
    }

    /** Says whether it did what was asked; 3 instead of 2 is that it waits for more. */
    boolean isOfClass(int first) {
        return code / CLASS == first;
    }

    /** Says whether the server states that it can do this. */
    boolean offers(String ability) {
        return lines.stream().anyMatch(line -> line.equalsIgnoreCase(ability));
    }

    /** Says whether the server states that one may sign in this way. */
    boolean signsInBy(String way) {
        return lines.stream()
                .map(line -> line.toUpperCase(Locale.ROOT))
                .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
                .anyMatch(line -> List.of(line.split("[ =]+")).contains(way));
    }

    /** Returns it in one line that is not long. */
    String text() {
        String text = lines.stream().collect(Collectors.joining(" ", code + " ", ""));
        String line = text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
