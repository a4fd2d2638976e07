package stemma.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds docs/glossary.md to the code. With {@code -Dupdate} it adds a line for each new name, from
 * its Javadoc, and drops the lines of names that are gone; the difference is then reviewed.
 */
class GlossaryTest {
    private static final Path GLOSSARY = Repository.ROOT.resolve("docs/glossary.md");
    private static final Pattern ROOM = Pattern.compile("### ([a-z0-9]+)");
    private static final Pattern LINE = Pattern.compile("\\| `(\\w+)` \\|.*");

    @Test
    void every_public_name_of_a_face_is_in_the_glossary_and_every_glossary_name_exists()
            throws IOException {
        Map<String, Sources.Type> faces = faces();
        assertThat(faces).hasSizeGreaterThan(50);
        if (System.getProperty("update") != null) update(faces);
        assertThat(names(Files.readString(GLOSSARY))).isEqualTo(new TreeSet<>(faces.keySet()));
    }

    @Test
    void a_line_is_read_under_its_room() {
        assertThat(names("### lots\n| `Lot` | a quantity |\n")).containsExactly("lots.Lot");
    }

    private static Map<String, Sources.Type> faces() {
        Map<String, Sources.Type> faces = new TreeMap<>();
        for (Sources.Type type :
                Sources.parse(Repository.under(Repository.MAIN.resolve("java"))).types()) {
            String room = type.pack().replaceFirst("^stemma\\.?", "");
            if (type.isPublic() && type.isTop() && Rooms.isRoom(room))
                faces.put(room + "." + type.name(), type);
        }
        return faces;
    }

    private static TreeSet<String> names(String glossary) {
        TreeSet<String> names = new TreeSet<>();
        String room = "";
        for (String line : glossary.lines().toList()) {
            Matcher heading = ROOM.matcher(line);
            if (heading.matches()) room = heading.group(1);
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) names.add(room + "." + entry.group(1));
        }
        return names;
    }

    private static void update(Map<String, Sources.Type> faces) throws IOException {
        String old = Files.readString(GLOSSARY);
        int tables = old.indexOf("### ");
        String head = tables < 0 ? old : old.substring(0, tables);
        Map<String, String> kept = new TreeMap<>();
        String room = "";
        for (String line : old.lines().toList()) {
            Matcher heading = ROOM.matcher(line);
            if (heading.matches()) room = heading.group(1);
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) kept.put(room + "." + entry.group(1), line);
        }
        List<String> lines = new ArrayList<>();
        String under = "";
        for (var face : faces.entrySet()) {
            String now = face.getKey().substring(0, face.getKey().indexOf('.'));
            if (!now.equals(under)) {
                if (!under.isEmpty()) lines.add("");
                lines.addAll(List.of("### " + now, "", "|name|meaning|", "|---|---|"));
                under = now;
            }
            lines.add(kept.getOrDefault(face.getKey(), line(face.getValue())));
        }
        Files.writeString(GLOSSARY, head + String.join("\n", lines) + "\n");
    }

    private static String line(Sources.Type type) {
        String first =
                type.doc().split("(?<=[.;:])\\s", 2)[0].replaceAll("\\{@\\w+ ([^}]*)}", "$1");
        String meaning = first.replaceAll("[.;:]$", "").replace("|", "\\|");
        return "| `" + type.name() + "` | " + meaning + " |";
    }
}
