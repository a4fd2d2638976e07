package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import stemma.ApiClient.Reply;
import stemma.journal.CanonicalJson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

class BadJsonTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static Refusing refusing;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        refusing = new Refusing(plant);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"event\":\"moved\",\"event\":\"moved\"} | json_duplicate_key | stands twice",
                "{\"event\":                               | json_malformed     | ",
                "{} {}                         | json_malformed | follows the document",
                "{'event':1}                               | json_malformed     | ",
                "{\"event\":NaN}                           | json_malformed     | "
            })
    void what_could_be_read_two_ways_or_none_is_refused_with_line_and_column(
            String body, String code, String sentence) {
        for (String path : new String[] {"/api/v1/events", "/api/v1/receipts"}) {
            refusing.withOneEntry(400, code, sentence == null ? "" : sentence, () -> {
                Reply reply = ivo.post(path, body);
                assertThat(reply.json().path("line").asString()).matches("[1-9]\\d*");
                assertThat(reply.json().path("column").asString()).matches("[1-9]\\d*");
                return reply;
            });
        }
    }

    @Test
    void a_question_is_read_as_strictly_as_an_event() {
        refusing.withOneEntry(
                400,
                "json_duplicate_key",
                "roots",
                () -> ivo.post("/api/v1/traces", "{\"roots\":[],\"roots\":[]}"));
        refusing.withOneEntry(
                422,
                "field_unknown",
                "sideways",
                () -> ivo.post(
                        "/api/v1/traces", "{\"roots\":[{\"lot\":\"A\"}],\"sideways\":\"yes\"}"));
        refusing.withOneEntry(
                422, "roots_missing", "roots", () -> ivo.post("/api/v1/traces", "{\"roots\":[]}"));
    }

    @Test
    void a_field_that_nobody_knows_is_refused_by_its_name() {
        String sent = plant.receipt(plant.id(), "J-1", "5 kg")
                .replace("\"quantity\"", "\"colour\":\"red\",\"quantity\"");
        refusing.withOneEntry(422, "field_unknown", "colour", () -> {
            Reply reply = ivo.post("/api/v1/events", sent);
            assertThat(reply.json().path("element").asString()).isEqualTo("lots[0].colour");
            return reply;
        });
        refusing.withOneEntry(
                422,
                "event_unknown",
                "vanished",
                () -> ivo.post("/api/v1/events", "{\"event\":\"vanished\"}"));
        refusing.withOneEntry(
                422, "event_invalid", "JSON object", () -> ivo.post("/api/v1/events", "[]"));
    }

    @Test
    void ten_thousand_levels_are_too_deep() {
        refusing.withOneEntry(
                400,
                "json_too_deep",
                "64 levels",
                () -> ivo.post("/api/v1/events", "[".repeat(70) + "]".repeat(70)));
        Reply deeper = ivo.post("/api/v1/events", "[".repeat(10_000) + "]".repeat(10_000));
        assertThat(deeper.status()).isEqualTo(400);
        assertThat(deeper.code()).isEqualTo("json_too_deep");
    }

    @Test
    void bytes_that_are_no_text_are_refused_where_they_stand() {
        byte[] bytes = "{\"event\":\"xx\"}".getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xff;
        refusing.withOneEntry(
                400,
                "json_not_utf8",
                "not UTF-8",
                () -> ivo.send("POST", "/api/v1/events", BodyPublishers.ofByteArray(bytes)));
    }

    @Test
    void a_body_longer_than_any_document_is_not_read_to_its_end() {
        byte[] long17 = new byte[CanonicalJson.MAX_BYTES + 1];
        java.util.Arrays.fill(long17, (byte) ' ');
        refusing.withOneEntry(
                413,
                "too_large",
                "16777216 bytes",
                () -> ivo.send("POST", "/api/v1/events", BodyPublishers.ofByteArray(long17)));
        refusing.withOneEntry(
                413,
                "too_large",
                "16777216 bytes",
                () -> ivo.send(
                        "POST",
                        "/api/v1/events",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long17))));
    }

    @Test
    void a_packed_body_is_not_unpacked_and_another_kind_of_content_not_read() {
        String sent = plant.receipt(plant.id(), "J-2", "5 kg");
        refusing.withOneEntry(
                415,
                "content_packed",
                "gzip",
                () -> ivo.post("/api/v1/events", sent, "Content-Encoding", "gzip"));
        refusing.withOneEntry(
                415,
                "wrong_content_type",
                "not read here",
                () -> ivo.post("/api/v1/events", sent, "Content-Type", "application/xml"));
    }

    @Test
    void what_is_at_no_address_or_by_no_verb_of_ours_is_told_so() {
        refusing.withOneEntry(404, "not_found", "nothing", () -> ivo.post("/api/v1/x", "{}"));
        refusing.withOneEntry(
                405, "method_not_allowed", "cannot", () -> ivo.put("/api/v1/events", "{}"));
        refusing.withoutEntry(404, "not_found", "nothing", () -> ivo.get("/api/v1/nothing"));
    }

    @Test
    void who_is_not_known_leaves_nothing() {
        ApiClient nobody = new ApiClient(plant.web.port(), "stm_wrong");
        refusing.withoutEntry(
                401,
                "token_refused",
                "token",
                () -> nobody.post("/api/v1/events", plant.receipt(plant.id(), "J-3", "5 kg")));
    }

    @Test
    void who_may_not_do_it_leaves_one_entry() {
        ApiClient seer = plant.program("aud", stemma.access.Role.AUDITOR);
        refusing.withOneEntry(
                403,
                "permission_missing",
                "receive goods",
                () -> seer.post("/api/v1/events", plant.receipt(plant.id(), "J-4", "5 kg")));
        refusing.withOneEntry(
                403,
                "permission_missing",
                "receive goods",
                () -> seer.post("/api/v1/receipts", plant.receipt(plant.id(), "J-4", "5 kg")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /..%2fetc HTTP/1.1|Host: x",
                "GET /api/v1/items/%00 HTTP/1.1|Host: x",
                "GET /%2e%2e/%2e%2e/x HTTP/1.1|Host: x",
                "GET /api/v1//items;x=1 HTTP/1.1|Host: x",
                "POST /api/v1/events HTTP/1.1|Content-Length: 5\\r\\nTransfer-Encoding: chunked",
                "POST /api/v1/events HTTP/1.1|Host: x\\r\\nContent-Length: 5\\r\\n"
                        + "Content-Length: 6",
                "GE\\0T / HTTP/1.1|Host: x",
                "GET / HTTP/9.9|Host: x"
            })
    void a_request_that_is_malformed_itself_reaches_nobody(String line, String headers)
            throws IOException {
        DatabaseContent before = DatabaseContent.of(plant.database);
        String answer = raw(line + "\r\n" + headers.replace("\\r\\n", "\r\n")
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.[01] (4\\d\\d|505).*");
        assertThat(answer).doesNotContain("Exception", "\tat ");
        assertThat(DatabaseContent.of(plant.database).beyond(before)).isEmpty();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", plant.web.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(request.replace("\\0", "\0").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
