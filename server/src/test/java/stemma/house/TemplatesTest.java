package stemma.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class TemplatesTest {
    private static final Pattern TYPE = Pattern.compile("\\bstemma\\.([a-z]+)\\.([\\w.]+)");
    private static final Pattern CALL = Pattern.compile("@template\\.([a-z]+)\\.");

    @Test
    void a_template_knows_its_own_room_and_lower_faces() {
        List<Repository.Text> templates = templates();
        assertThat(templates).hasSizeGreaterThan(10);
        assertThat(templates.stream().flatMap(text -> faults(text).stream())).isEmpty();
    }

    @Test
    void a_template_that_reads_upward_or_around_a_face_is_caught() {
        assertThat(faults(planted("@import stemma.inquiry.Board"))).hasSize(1);
        assertThat(faults(planted("@import stemma.shell.web.Frames"))).hasSize(1);
        assertThat(faults(planted("@template.inquiry.board(lot = lot)"))).hasSize(1);
    }

    @Test
    void a_template_may_use_the_shell_and_its_own_pages() {
        assertThat(faults(planted("@import stemma.catalog.web.ItemPage"))).isEmpty();
        assertThat(faults(planted("@template.shell.layout(frame = frame)"))).isEmpty();
    }

    private static List<Repository.Text> templates() {
        return Repository.under(Repository.MAIN.resolve("jte")).stream()
                .filter(text -> text.ending().equals("jte"))
                .toList();
    }

    private static Repository.Text planted(String line) {
        return new Repository.Text(Path.of("server/src/main/jte/catalog/planted.jte"), line);
    }

    private static List<String> faults(Repository.Text text) {
        String room = text.path().getParent().getFileName().toString();
        List<String> faults = new ArrayList<>();
        Matcher types = TYPE.matcher(text.content());
        while (types.find()) {
            boolean isPart = types.group(2).matches("[a-z]+\\..*");
            boolean isOwn = types.group(1).equals(room);
            if (!isOwn && (isPart || !isOpen(room, types.group(1))))
                faults.add(text.path() + " reads " + types.group());
        }
        Matcher calls = CALL.matcher(text.content());
        while (calls.find())
            if (!isOpen(room, calls.group(1))) faults.add(text.path() + " calls " + calls.group());
        return faults;
    }

    private static boolean isOpen(String reader, String read) {
        return Rooms.isRoom(reader) && Rooms.isRoom(read) && Rooms.mayRead(reader, read);
    }
}
