package stemma.gs1;

import stemma.gs1.lint.CompanyPrefixes;
import stemma.gs1.lint.Lint;
import stemma.gs1.lint.Lints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the table of application identifiers; its first lines say what its columns mean. */
final class IdentifierTable {
    private static final String FILE = "/stemma/gs1/application-identifiers.txt";
    private static final int COLUMNS = 7;
    private static final Lints LINTS = Lints.asking(CompanyPrefixes.NOT_ASKED);
    private static final Map<Character, String> CHARACTERS =
            Map.of('n', "digits", 'x', "set82", 'y', "set39", 'z', "base64");

    private IdentifierTable() {}

    static List<ApplicationIdentifier> read() {
        return text().lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(IdentifierTable::row)
                .toList();
    }

    private static String text() {
        try (InputStream file = IdentifierTable.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<ApplicationIdentifier> row(String line) {
        String[] columns = Arrays.copyOf((line + " ").split(" \\| ?", -1), COLUMNS);
        return codes(columns[0])
                .map(code -> new ApplicationIdentifier(
                        code,
                        columns[1],
                        columns[2].contains("="),
                        columns[2].contains("?"),
                        components(columns[3]),
                        words(columns[4]).stream()
                                .map(group -> List.of(group.split("\\+")))
                                .toList(),
                        words(columns[5]),
                        qualifiers(columns[6].strip())));
    }

    /** Returns {@code 3100} to {@code 3105} for {@code 310n 0-5}. */
    private static Stream<String> codes(String column) {
        String[] parts = column.split(" ");
        if (parts.length == 1) return Stream.of(column);
        char first = parts[1].charAt(0);
        char last = parts[1].charAt(parts[1].length() - 1);
        return IntStream.rangeClosed(first, last)
                .mapToObj(digit -> parts[0].replace('n', (char) digit));
    }

    private static List<Component> components(String column) {
        return Arrays.stream(column.split(" \\+ "))
                .map(IdentifierTable::component)
                .toList();
    }

    private static Component component(String text) {
        boolean isOptional = text.startsWith("[");
        List<String> parts = List.of(text.replaceAll("[\\[\\]]", "").split(" "));
        String format = parts.getFirst();
        boolean varies = format.contains("..");
        int most = Integer.parseInt(format.replaceAll("\\D", ""));
        List<Lint> lints = new ArrayList<>();
        parts.subList(1, parts.size()).forEach(word -> lints.add(LINTS.named(word)));
        return new Component(
                LINTS.named(Objects.requireNonNull(CHARACTERS.get(format.charAt(0)))),
                varies ? 1 : most,
                most,
                isOptional,
                lints);
    }

    private static List<List<String>> qualifiers(String column) {
        if (!column.startsWith("key")) return List.of();
        return Arrays.stream(column.substring("key".length()).split(" or "))
                .map(IdentifierTable::words)
                .toList();
    }

    private static List<String> words(String column) {
        return column.isBlank() ? List.of() : List.of(column.strip().split(" "));
    }
}
