package stemma.gs1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published vectors that lie beside the project; never part of it. */
final class Vectors {
    static final Path FOLDER =
            Path.of("../../shared/conformance").toAbsolutePath().normalize();
    private static final Pattern ESCAPED = Pattern.compile("\\\\(x[0-9A-F]{2}|.)");

    private Vectors() {}

    static boolean areAbsent() {
        return !Files.isDirectory(FOLDER);
    }

    /** Returns the rows of a file by the names of its columns, written without escapes. */
    static List<Map<String, String>> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(file));
            List<String> names = Arrays.asList(lines.getFirst().split("\t", -1));
            return lines.stream().skip(1).map(line -> row(names, line)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> row(List<String> names, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) row.put(names.get(i), plain(cells[i]));
        return row;
    }

    private static String plain(String cell) {
        return ESCAPED.matcher(cell)
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(0)) {
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'x' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
            default -> escape;
        };
    }
}
