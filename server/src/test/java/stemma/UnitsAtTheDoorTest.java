package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.catalog.Conversion;
import stemma.catalog.Factor;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.Standing;
import stemma.exchange.EventFile;
import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.journal.Author;
import stemma.quantity.Unit;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

class UnitsAtTheDoorTest {
    private static final Author IMPORT = new Author(ActorId.of("ivo"), "import", "console");
    private static ApiPlant plant;
    private static ApiClient ivo;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @Test
    void what_is_weighed_in_pounds_is_recorded_in_kilograms_with_its_factor() {
        Reply reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), "P-1", "100 lb"));
        assertThat(reply.status()).isEqualTo(201);
        JsonNode event = reply.json().path("events").path(0).path("event");
        assertThat(event.path("lots").path(0).path("quantity").asString())
                .isEqualTo("45.359237 kg");
        JsonNode measured = event.path("measured").path(0);
        assertThat(measured.path("element").asString()).isEqualTo("lots[0].quantity");
        assertThat(measured.path("quantity").asString()).isEqualTo("100 lb");
        assertThat(measured.path("factor").asString()).isEqualTo("0.45359237");
        assertThat(measured.path("version").asString()).isEqualTo("lb>kg@1");
    }

    @Test
    void a_lot_born_in_the_same_request_is_converted_too() {
        String birth = plant.id();
        String both = "{\"events\":[" + plant.receipt(birth, "P-2", "10 kg") + ","
                + plant.use(plant.id(), birth + "/0", "10 lb") + "]}";
        Reply reply = ivo.post("/api/v1/events", both);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().path("events").path(1).toString()).contains("4.5359237 kg");
    }

    @Test
    void what_is_no_exact_number_is_refused_and_never_rounded() {
        Reply reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), "P-3", "1 third"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("conversion_not_exact");
        assertThat(reply.json().path("element").asString()).isEqualTo("lots[0].quantity");
        assertThat(ivo.post("/api/v1/events", plant.receipt(plant.id(), "P-3", "3 third"))
                        .body())
                .contains("\"quantity\":\"1 kg\"");
    }

    @Test
    void without_a_conversion_it_is_refused_and_says_how_to_define_one() {
        Reply reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), "P-4", "5 drum"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("unit_wrong");
        assertThat(reply.detail()).contains("no conversion from drum to kg", "Define it");
        Reply report = ivo.post(
                "/api/v1/events",
                plant.receipt(plant.id(), "P-4", "5 drum")
                        .replace("{\"event\"", "{\"claim\":" + "\"report\",\"event\""));
        assertThat(report.code()).isEqualTo("unit_wrong");
    }

    @Test
    void sent_again_after_the_factor_has_gone_it_gets_the_first_answer() {
        Unit sack = Unit.of("sack");
        Conversion sacks = Conversion.of(new ItemCode("flour"), sack, ApiPlant.KG, Factor.of("25"));
        plant.define(sacks);
        String sent = plant.receipt(plant.id(), "P-5", "2 sack");
        Reply first = ivo.post("/api/v1/events", sent);
        assertThat(first.body()).contains("\"quantity\":\"50 kg\"");

        plant.define(Conversion.of(new ItemCode("flour"), sack, ApiPlant.KG, Factor.of("20")));
        assertThat(ivo.post("/api/v1/events", sent).body()).isEqualTo(first.body());
        plant.define(sacks.with(Standing.RETIRED));
        Reply again = ivo.post("/api/v1/events", sent);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).contains("true");

        Reply other = ivo.post("/api/v1/events", sent.replace("2 sack", "3 sack"));
        assertThat(other.code()).isEqualTo("event_id_reused");
        assertThat(ivo.post("/api/v1/events", plant.receipt(plant.id(), "P-6", "2 sack"))
                        .code())
                .isEqualTo("unit_wrong");
    }

    @Test
    void nobody_sends_the_ledgers_own_words_not_even_inside_a_correction() {
        String measured = plant.receipt(plant.id(), "P-7", "5 kg")
                .replace("{\"event\"", "{\"measured\":[],\"event\"");
        assertThat(ivo.post("/api/v1/events", measured).code()).isEqualTo("field_not_yours");
        String forged = """
                {"event":"corrected","id":"%s","site":"MAIN","corrects":"%s",
                 "replacement":{"event":"judged","signature":{}}}
                """.formatted(plant.id(), plant.id());
        Reply reply = ivo.post("/api/v1/events", forged);
        assertThat(reply.code()).isEqualTo("field_not_yours");
        assertThat(reply.json().path("element").asString()).isEqualTo("replacement.signature");
    }

    @Test
    void a_file_converts_by_the_same_rule_and_tells_each_line_that_it_cannot() throws IOException {
        String birth = plant.id();
        String lines = String.join(
                "\n",
                line(plant.receipt(birth, "P-8", "100 lb")),
                line(plant.use(plant.id(), birth + "/0", "10 lb")),
                line(plant.use(plant.id(), "flour:P-8", "1 drum")),
                line(plant.use(plant.id(), "flour:P-8", "1 kg")));
        EventFile.Report report = new EventFile(plant.world.intake())
                .read(new BufferedReader(new StringReader(lines)), IMPORT, done -> {});
        assertThat(report.appended()).isEqualTo(3);
        assertThat(report.failures()).hasSize(1);
        assertThat(report.failures().getFirst().line()).isEqualTo(3);
        assertThat(report.failures().getFirst().code()).isEqualTo("unit_wrong");
        assertThat(ivo.get("/api/v1/lots/card?lot=P-8").body()).contains("39.8233133 kg");
    }

    @Test
    void the_version_names_the_revision_that_is_in_force() {
        assertThat(plant.world.catalog().find(MasterKey.of(MasterKind.ITEM, "flour")))
                .isPresent();
        plant.define(
                Conversion.of(new ItemCode("flour"), Unit.of("bag"), ApiPlant.KG, Factor.of("10")));
        plant.define(
                Conversion.of(new ItemCode("flour"), Unit.of("bag"), ApiPlant.KG, Factor.of("12")));
        Reply reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), "P-9", "1 bag"));
        assertThat(reply.body()).contains("\"quantity\":\"12 kg\"", "flour:bag>kg@2");
    }

    private static String line(String json) {
        return json.replaceAll("\\s*\n\\s*", "");
    }
}
