package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ApiClient.Reply;
import stemma.access.Role;

import tools.jackson.databind.JsonNode;

/** Results that come after the judgement, by program and by person. */
class CorrectedResultsTest {
    private static ApiPlant plant;
    private static ApiClient program;
    private static ApiClient quinn;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        Certified.specified(program, quinn, "bread");
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static Reply sent(ApiClient who, JsonNode inspection, String id, String correction) {
        return who.post(
                "/api/v1/inspections/" + inspection.path("id").asString() + "/results",
                """
                {"results":[{"id":"%s","characteristic":1,"value":"5.7","reason":"By the printout."}]%s}
                """.formatted(id, correction));
    }

    private static String correction(JsonNode inspection, String why, String password) {
        return ",\"correction\":{\"why\":\"" + why + "\",\"shown\":\""
                + inspection.path("basis").path("results").asString()
                + "\",\"signer\":\"quinn\",\"password\":\""
                + password + "\"}";
    }

    private static int signatures() {
        return JdbcClient.create(plant.database.app())
                .sql("select count(*) from signatures.signature where meaning = 'corrected'")
                .query(Integer.class)
                .single();
    }

    @Test
    void what_was_signed_is_changed_by_a_signature_and_shows_before_and_after() {
        String lot = Certified.released(plant, program, quinn, "B-701");
        JsonNode shown = Certified.inspection(program, lot);
        int before = signatures();
        String id = plant.id();

        assertThat(sent(quinn, shown, id, "").body()).contains("signature_missing");
        assertThat(sent(program, shown, id, correction(shown, "misread", ApiPlant.PASSWORD))
                        .body())
                .contains("device_cannot_sign");
        assertThat(sent(quinn, shown, id, correction(shown, "misread", "not it"))
                        .body())
                .contains("password_wrong");
        assertThat(sent(quinn, shown, id, correction(shown, "no_reason", ApiPlant.PASSWORD))
                        .body())
                .contains("choice_unknown");
        assertThat(signatures()).isEqualTo(before);

        String signed = correction(shown, "misread", ApiPlant.PASSWORD);
        Reply first = sent(quinn, shown, id, signed);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(sent(quinn, shown, id, signed).status()).isEqualTo(200);
        assertThat(signatures()).as("signed once").isEqualTo(before + 1);
        assertThat(sent(quinn, shown, plant.id(), signed).body()).contains("inspection_changed");

        JsonNode one = Certified.inspection(program, lot).path("corrections").path(0);
        assertThat(one.path("before").asString()).isEqualTo("5.5 pH");
        assertThat(one.path("after").asString()).isEqualTo("5.7 pH");
        assertThat(one.path("signature").path("signer").asString()).isEqualTo("quinn");
        String page = quinn.get("/inspections/" + shown.path("id").asString()).body();
        assertThat(page)
                .contains("Changed after it was signed")
                .contains("5.5 pH before, 5.7 pH after; misread or mistyped: By the printout.")
                .contains("Sign and correct");
    }
}
