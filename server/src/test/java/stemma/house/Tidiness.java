package stemma.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers and words of the style, as rules that name each fault with its place. */
final class Tidiness {
    static final int LONGEST_FILE = 400;
    static final int LONGEST_LINE = 100;
    /** A row of a table and a line of SQL inside a text block are read as one. */
    static final int LONGEST_TEXT_BLOCK_LINE = 180;

    static final int LONGEST_FUNCTION = 60;
    private static final Set<String> CODE = Set.of("java", "jte", "sql", "css", "js", "sh");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "Manager",
            "Service",
            "Processor",
            "Util",
            "Utils",
            "Helper",
            "Helpers",
            "Impl",
            "Info",
            "DTO",
            "Dto",
            "Handler",
            "Factory");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*");
    private static final Pattern LATER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b(?! #\\d+)");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.])/(work|root|home|tmp|Users)/|\\bartifactory\\b|\\bnexus\\.|"
                    + "repo1?\\.maven\\.|registry\\.[a-z]+\\.[a-z]+|-registry\\.");

    private Tidiness() {}

    static List<String> tooLong(List<Repository.Text> texts) {
        List<String> faults = new ArrayList<>();
        for (Repository.Text text : texts) {
            if (!CODE.contains(text.ending())) continue;
            List<String> lines = text.lines();
            if (lines.size() > LONGEST_FILE)
                faults.add(text.path() + " has " + lines.size() + " lines");
            boolean inTextBlock = false;
            for (int i = 0; i < lines.size(); i++) {
                boolean turns = lines.get(i).contains("\"\"\"");
                int allowed = inTextBlock && !turns ? LONGEST_TEXT_BLOCK_LINE : LONGEST_LINE;
                inTextBlock ^= turns;
                int columns = lines.get(i).codePointCount(0, lines.get(i).length());
                // Markup is not broken inside a tag; the formatter of the code does not know it.
                if (columns > allowed && !text.ending().equals("jte"))
                    faults.add(text.path() + ":" + (i + 1) + " has " + columns + " columns");
            }
        }
        return faults;
    }

    static List<String> longFunctions(Sources.Parsed parsed) {
        return parsed.functions().stream()
                .filter(function -> function.lines() > LONGEST_FUNCTION)
                .map(function ->
                        function.file() + " " + function.name() + " has " + function.lines())
                .toList();
    }

    static List<String> emptyWords(Sources.Parsed parsed) {
        List<String> faults = new ArrayList<>();
        for (Sources.Type type : parsed.types()) {
            // In the tests' plant, a factory is one that makes goods.
            if (type.pack().equals("stemma.factory")) continue;
            Matcher words = WORD.matcher(type.name());
            while (words.find())
                if (EMPTY_WORDS.contains(words.group()))
                    faults.add(type.file() + ": " + type.name() + " says " + words.group());
        }
        return faults;
    }

    static List<String> undocumented(Sources.Parsed parsed) {
        return parsed.types().stream()
                .filter(type -> type.isPublic() && type.isTop() && type.doc().isEmpty())
                .map(type -> type.file() + ": " + type.name() + " says not what it is")
                .toList();
    }

    static List<String> later(List<Repository.Text> texts) {
        return found(LATER, texts, "is left for later without an issue");
    }

    static List<String> machines(List<Repository.Text> texts) {
        return found(MACHINE, texts, "names a machine of ours");
    }

    private static List<String> found(Pattern pattern, List<Repository.Text> texts, String fault) {
        List<String> faults = new ArrayList<>();
        for (Repository.Text text : texts) {
            List<String> lines = text.lines();
            for (int i = 0; i < lines.size(); i++)
                if (pattern.matcher(lines.get(i)).find())
                    faults.add(text.path() + ":" + (i + 1) + " " + fault + ": "
                            + lines.get(i).strip());
        }
        return faults;
    }
}
