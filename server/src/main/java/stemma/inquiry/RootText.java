package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One root of a question as it is written: a number by itself, or its kind, a colon and its code,
 * after which a window of time may stand: {@code supplier:MillCo 2026-05-01..2026-05-31}. The kind
 * is missing where the number is to say it.
 */
public record RootText(@Nullable RootKind kind, String code, RootWindow window) {
    /** How many roots one question may name. */
    public static final int MOST = 1_000;

    private static final Pattern KIND = Pattern.compile("^([A-Za-z-]+)\\s*:\\s*(.*)$");
    private static final Pattern WINDOW =
            Pattern.compile("^(.*\\S)\\s+([0-9][0-9T:.+Z-]*\\.\\.\\S*|\\.\\.[0-9]\\S*)$");

    /** Reads one root to a line; refuses none at all, too many, and what cannot be read. */
    public static List<RootText> lines(String text, ZoneId zone) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList();
        if (lines.isEmpty()) {
            throw new Refused(Problem.of("roots_missing", 422, "A question begins somewhere.")
                    .notRecording("")
                    .advising("Name its roots, one to a line."));
        }
        if (lines.size() > MOST) {
            throw new Refused(Problem.of(
                            "roots_too_many",
                            422,
                            "A question names at most 1,000 roots, and this one names "
                                    + lines.size() + ".")
                    .notRecording("")
                    .advising("Name what they have in common, such as their receipt or run."));
        }
        return lines.stream().map(line -> of(line, zone)).toList();
    }

    static RootText of(String line, ZoneId zone) {
        Matcher named = KIND.matcher(line);
        Optional<RootKind> kind = named.matches() ? RootKind.of(named.group(1)) : Optional.empty();
        if (kind.isEmpty()) return new RootText(null, line, RootWindow.ALWAYS);
        String rest = named.group(2).strip();
        Matcher narrowed = WINDOW.matcher(rest);
        if (kind.get().takesWindow() && narrowed.matches())
            return new RootText(
                    kind.get(), narrowed.group(1).strip(), RootWindow.of(narrowed.group(2), zone));
        if (narrowed.matches() && kind.get() != RootKind.SERIAL && kind.get() != RootKind.ID) {
            throw new Refused(Problem.of(
                            "root_invalid",
                            422,
                            "A " + kind.get().words() + " is not narrowed by a time.")
                    .notRecording("")
                    .advising("Name it without a time, or a supplier, customer, place or resource.")
                    .with("root", line));
        }
        if (rest.isEmpty()) {
            throw new Refused(Problem.of(
                            "root_invalid",
                            422,
                            "\"" + line + "\" names no " + kind.get().words() + ".")
                    .notRecording("")
                    .advising("Write the code after the colon.")
                    .with("root", line));
        }
        return new RootText(kind.get(), rest, RootWindow.ALWAYS);
    }

    /** Returns whether only a question can take it: a window, a range, or what is no document. */
    boolean isForQuestions() {
        if (kind == null) return false;
        return kind.takesWindow() || kind == RootKind.SERIAL && code.contains("..");
    }

    /** Returns the root as it is written. */
    public String text() {
        String named = kind == null ? code : kind.code() + ":" + code;
        return window.text().isEmpty() ? named : named + " " + window.text();
    }
}
