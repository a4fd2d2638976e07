package stemma.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds docs/events.md to the kinds of event there are, to their members and to their bytes. */
class EventsPageTest {
    private static final Path PAGE = Path.of("../docs/events.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        page().lines().filter(line -> line.startsWith("|`")).forEach(line -> {
            String[] cells = line.split("\\|");
            String name = cells[1].replace("`", "");
            if (EventJson.kinds().contains(name)) rows.put(name, cells[2]);
        });
        return rows;
    }

    @Test
    void every_kind_of_event_has_a_row_with_its_members() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            if (!kind.isRecord()) continue;
            String members = Stream.of(kind.getRecordComponents())
                    .filter(member -> member.getType() != Circumstances.class)
                    .map(member -> {
                        boolean optional = member.getType() == List.class
                                || member.getAnnotatedType().isAnnotationPresent(Nullable.class);
                        return "`" + member.getName() + "`" + (optional ? "?" : "");
                    })
                    .collect(Collectors.joining(" "));
            expected.put(JsonCoding.snake(kind.getSimpleName()), members);
        }
        assertThat(table()).isEqualTo(expected);
    }

    @Test
    void every_member_that_all_events_have_is_named() throws IOException {
        String page = page();
        for (var member : Circumstances.class.getRecordComponents())
            assertThat(page).contains("`" + member.getName() + "`");
        for (var member : Passport.class.getRecordComponents())
            assertThat(page).contains("`" + member.getName() + "`");
    }

    @Test
    void every_kind_has_an_example_that_is_read_and_written_as_the_same_bytes() throws IOException {
        List<String> kinds = new ArrayList<>();
        String examples = page().split("```json\n", 2)[1].split("```", 2)[0];
        for (String line : examples.lines().toList()) {
            Event event = EventJson.read(line.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(EventJson.bytes(event), StandardCharsets.UTF_8))
                    .isEqualTo(line);
            kinds.add(EventJson.kind(event));
        }
        assertThat(kinds).isEqualTo(EventJson.kinds());
    }
}
