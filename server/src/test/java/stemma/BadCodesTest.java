package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadCodesTest {
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
    @ValueSource(strings = {"\\u0000", "\\u202e", "\\u200b", "\\u0007"})
    void an_invisible_character_is_refused_by_its_place_and_its_number(String escape) {
        String sent = plant.receipt(plant.id(), "LOT" + escape + "1", "5 kg")
                .replace("R-LOT" + escape + "1", "R-1");
        String point = "U+" + escape.substring(2).toUpperCase(java.util.Locale.ROOT);
        refusing.withOneEntry(
                422,
                "illegal_character",
                point + " at position 4",
                () -> ivo.post("/api/v1/events", sent));
    }

    @Test
    void half_a_surrogate_pair_is_refused_with_line_and_column() {
        String sent = plant.receipt(plant.id(), "LOT\\ud83d1", "5 kg");
        refusing.withOneEntry(400, "json_lone_surrogate", "half a surrogate pair", () -> {
            var reply = ivo.post("/api/v1/events", sent);
            assertThat(reply.json().path("line").asString()).isNotEmpty();
            return reply;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "hazards", "serials", "role"})
    void free_text_is_kept_without_what_no_screen_shows(String where) {
        String sent = switch (where) {
            case "reason" ->
                plant.receipt(plant.id(), "F-" + where, "5 kg")
                        .replace(
                                "{\"event\"",
                                "{\"reason\":{\"code\":\"x\",\"text\":\"a\\u0000b\"},"
                                        + "\"event\"");
            case "role" ->
                plant.receipt(plant.id(), "F-" + where, "5 kg")
                        .replace(
                                "{\"event\"",
                                "{\"resources\":[{\"resource\":\"LINE-1\","
                                        + "\"role\":\"a\\u0000b\"}],\"event\"");
            case "serials" -> """
                    {"event":"received","id":"%s","site":"MAIN","receipt":"R-9",
                     "supplier":"MillCo","lots":[{"passport":{"item":"blower","number":"D-9",
                     "serials":{"prefix":"a\\u0000","first":1,"digits":3,"texts":[]}},
                     "quantity":"1 ea","to":"at:MAIN/MAIN"}]}""".formatted(plant.id());
            default -> """
                    {"event":"cleaned","id":"%s","site":"MAIN","resource":"LINE-1",
                     "hazards":["a\\u0000b"],"method":"foam"}""".formatted(plant.id());
        };
        refusing.withOneEntry(
                422, "illegal_character", "U+0000", () -> ivo.post("/api/v1/events", sent));
    }

    @Test
    void one_number_in_many_spellings_is_one_number_and_each_spelling_is_kept() {
        for (String number : new String[] {"LOT-7", " lot-7 ", "ＬＯＴ－７"}) {
            var reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), number, "1 kg"));
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            assertThat(reply.body()).contains("\"number\":\"" + number + "\"");
        }
        assertThat(ivo.get("/api/v1/lots?item=flour&number=Lot-7").json().path("lots"))
                .hasSize(3);
        refusing.withOneEntry(422, "lot_ambiguous", "names 3 lots", () -> {
            var reply = ivo.post("/api/v1/events", plant.use(plant.id(), "flour:lot-7", "1 kg"));
            assertThat(reply.json().path("candidates").asString().split(" ")).hasSize(3);
            return reply;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "@SUM",
                "-2+3",
                "{{7*7}}",
                "${jndi:ldap://x}",
                "<script>",
                "'; DROP TABLE x;--"
            })
    void what_a_spreadsheet_or_a_page_might_run_is_a_number_like_any_other(String number) {
        var reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), number, "1 kg"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        String q = java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ivo.get("/api/v1/lots?item=flour&number=" + q).json().path("lots"))
                .hasSize(1);
        String page = ivo.get("/find?q=" + q).body();
        assertThat(page).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "(a%2B)%2B%24", "%27%3B%20DROP", "%5C"})
    void what_a_search_might_take_for_a_pattern_is_taken_as_it_stands(String q) {
        assertThat(ivo.get("/api/v1/find?q=" + q).status()).isEqualTo(200);
        var lots = ivo.get("/api/v1/lots?beginning=" + q);
        assertThat(lots.status()).isEqualTo(200);
        assertThat(lots.json().path("lots")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/find?q=a%00b",
                "/api/v1/lots?beginning=a%00b",
                "/api/v1/lots?number=a%00b",
                "/api/v1/board?lot=a%00b",
                "/api/v1/items?text=a%00b",
                "/api/v1/items/a%00b",
                "/api/v1/holds/H%00",
                "/api/v1/find?q=%ED%A0%80",
                "/api/v1/lots?item=%e2%80%ae"
            })
    void a_question_with_a_character_that_cannot_be_stored_is_no_fault(String path) {
        var reply = ivo.get(path);
        assertThat(reply.status()).as(path + reply.body()).isBetween(200, 499);
        assertThat(reply.body()).doesNotContain("Exception", "org.postgresql");
    }

    @Test
    void a_trade_item_number_with_a_wrong_check_digit_is_refused_with_the_right_one() {
        String sent = """
                {"code":"tea","name":"Tea","baseUnit":"kg","tracking":"lot",
                 "policy":{"gtin":"04012345678907"}}""";
        var reply = ivo.put("/api/v1/items/tea", sent);
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.detail()).contains("should end in");
        refusing.withOneEntry(
                422, reply.code(), "should end in", () -> ivo.put("/api/v1/items/tea", sent));
    }
}
