package stemma.exchange.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Every code by which something is refused, in one list that tests hold to the code: each with the
 * HTTP status that goes with it and with what it means. A code never changes its meaning.
 */
record StableCodes(List<Chapter> chapters) {
    private static final String LIST = "/api/codes.txt";

    /** Codes that belong together. */
    record Chapter(String title, List<Meaning> codes) {}

    /** A code, the status with which it is told, and one sentence. */
    record Meaning(String code, int status, String sentence) {}

    static StableCodes read() {
        List<Chapter> chapters = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("# ")) {
                chapters.add(new Chapter(line.substring(2), new ArrayList<>()));
                continue;
            }
            String[] parts = line.split(" ", 3);
            Meaning meaning = new Meaning(parts[0], Integer.parseInt(parts[1]), parts[2]);
            chapters.getLast().codes().add(meaning);
        }
        return new StableCodes(chapters);
    }

    List<Meaning> all() {
        return chapters.stream().flatMap(chapter -> chapter.codes().stream()).toList();
    }

    private static List<String> lines() {
        try (InputStream list = StableCodes.class.getResourceAsStream(LIST)) {
            if (list == null) throw new IllegalStateException(LIST + " is not on the class path");
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
