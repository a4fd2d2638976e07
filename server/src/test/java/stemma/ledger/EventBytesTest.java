package stemma.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import stemma.journal.CanonicalJson;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The bytes of every kind of event, stored beside this test for ever. */
class EventBytesTest {

    static List<Path> golden() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(EventBytesTest.class.getResource("/stemma/ledger/golden"))
                        .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void an_event_read_from_its_bytes_is_written_as_the_same_bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(EventJson.bytes(EventJson.read(bytes)), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void every_kind_of_event_has_its_golden_bytes() throws IOException, URISyntaxException {
        TreeSet<String> kinds = new TreeSet<>();
        for (Path file : golden())
            kinds.add(EventJson.kind(EventJson.read(Files.readAllBytes(file))));
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(EventJson.kinds());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void every_movement_of_an_event_goes_from_one_place_to_another(Path file) throws IOException {
        Event event = EventJson.read(Files.readAllBytes(file));
        assertThat(Facts.movements(event))
                .allSatisfy(m -> assertThat(m.from()).isNotEqualTo(m.to()));
        assertThat(Touches.lots(event))
                .containsAll(Facts.births(event).stream()
                        .map(b -> b.of(
                                event instanceof Event.Corrected c
                                        ? Objects.requireNonNull(c.replacement())
                                                .id()
                                        : event.id()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quantity | "0 kg"         | quantity_invalid      | lines[0].quantity
            quantity | "-5 kg"        | quantity_invalid      | lines[0].quantity
            quantity | "1,5 kg"       | ambiguous_number      | lines[0].quantity
            quantity | "1.000,5 kg"   | ambiguous_number      | lines[0].quantity
            quantity | "NaN kg"       | quantity_invalid      | lines[0].quantity
            quantity | "1e400 kg"     | quantity_invalid      | lines[0].quantity
            quantity | "0.1234567891 kg" | quantity_too_precise | lines[0].quantity
            quantity | "5"            | quantity_invalid      | lines[0].quantity
            quantity | 5              | field_invalid         | lines[0].quantity
            lot      | "C\\u0000"     | lot_id_invalid        | lines[0].lot
            from     | "nowhere"      | place_invalid         | lines[0].from
            from     | "at:H\\u202eF/X" | illegal_character   | lines[0].from
            colour   | "red"          | field_unknown         | lines[0].colour
            """)
    void a_malformed_element_is_refused_by_its_code_and_path(
            String field, String json, String code, String element) throws Exception {
        Path file = golden().stream()
                .filter(f -> f.endsWith("sampled.json"))
                .findFirst()
                .orElseThrow();
        ObjectNode tree = (ObjectNode) CanonicalJson.read(Files.readAllBytes(file));
        ObjectNode line = (ObjectNode) tree.get("lines").get(0);
        line.set(field, CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> EventJson.read(tree))
                .isInstanceOfSatisfying(MalformedEvent.class, bad -> {
                    assertThat(bad.code()).isEqualTo(code);
                    assertThat(bad.element()).isEqualTo(element);
                });
    }
}
