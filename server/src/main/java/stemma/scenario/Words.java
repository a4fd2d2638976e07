package stemma.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The words of one sentence, read from the left. A word in quotes may hold blanks; a comma ends a
 * word where a blank follows; a hash at the start of a word begins a comment.
 */
final class Words {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[.,]?\\d[\\d.,]*");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\..*)?");
    private final List<Word> words;
    private final int lastLine;
    private int at;

    private record Word(String text, int line, boolean quoted) {}

    private Words(List<Word> words, int lastLine) {
        this.words = words;
        this.lastLine = lastLine;
    }

    static Words of(Step step) {
        List<Word> words = new ArrayList<>();
        int number = step.line();
        for (String line : step.sentence()) read(line, number++, words);
        return new Words(words, number - 1);
    }

    private static void read(String line, int number, List<Word> words) {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                return;
            } else if (c == '"') {
                int end = line.indexOf('"', at + 1);
                if (end < 0) throw new Misunderstood(number, "a quotation is not closed");
                words.add(new Word(line.substring(at + 1, end), number, true));
                at = end + 1;
            } else {
                at = bare(line, at, number, words);
            }
        }
    }

    private static int bare(String line, int from, int number, List<Word> words) {
        if (line.charAt(from) == ',' || line.charAt(from) == ';') {
            words.add(new Word(line.substring(from, from + 1), number, false));
            return from + 1;
        }
        int end = from;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) end++;
        int last = end;
        while (last > from && (line.charAt(last - 1) == ',' || line.charAt(last - 1) == ';'))
            last--;
        words.add(new Word(line.substring(from, last), number, false));
        return last;
    }

    boolean atEnd() {
        return at == words.size();
    }

    /** Says whether the next word is one of these. */
    /** Tells whether only that word and one more are left. */
    boolean isLastBut(String word) {
        return at == words.size() - 2 && isAt(0, word);
    }

    boolean is(String... any) {
        return isAt(0, any);
    }

    private boolean isAt(int ahead, String... any) {
        if (at + ahead >= words.size() || words.get(at + ahead).quoted()) return false;
        return List.of(any).contains(words.get(at + ahead).text());
    }

    /** Takes the words if they come next, all of them. */
    boolean take(String... these) {
        for (int i = 0; i < these.length; i++) if (!isAt(i, these[i])) return false;
        at += these.length;
        return true;
    }

    /** Says whether a number comes next. */
    boolean isNumber() {
        return matches(0, NUMBER);
    }

    /** Says whether {@code at} comes next, and then a time of day. */
    boolean isAtTime() {
        return is("at") && matches(1, TIME);
    }

    /** Says whether {@code at} comes next, and then no time of day. */
    boolean isAtPlace() {
        return is("at") && !matches(1, TIME);
    }

    boolean isQuoted() {
        return !atEnd() && words.get(at).quoted();
    }

    private boolean matches(int ahead, Pattern form) {
        return at + ahead < words.size()
                && !words.get(at + ahead).quoted()
                && form.matcher(words.get(at + ahead).text()).matches();
    }

    /** Returns the next word, which must be what is said, such as {@code a lot}. */
    String next(String what) {
        if (atEnd() || !words.get(at).quoted() && is(",", ";")) throw wrong("expected " + what);
        return words.get(at++).text();
    }

    /** Takes the word, or refuses the sentence and says what is missing. */
    void expect(String word) {
        if (!take(word)) throw wrong("expected \"" + word + "\"");
    }

    /** Returns one or more elements with commas between. */
    <T> List<T> list(Function<Words, T> element) {
        List<T> all = new ArrayList<>();
        do all.add(element.apply(this));
        while (take(","));
        return all;
    }

    /** Returns the refusal of what comes next. */
    Misunderstood wrong(String sentence) {
        String here =
                atEnd() ? "at the end of the sentence" : "at \"" + words.get(at).text() + "\"";
        return new Misunderstood(atEnd() ? lastLine : words.get(at).line(), sentence + " " + here);
    }
}
