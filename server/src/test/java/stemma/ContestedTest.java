package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;

import tools.jackson.databind.JsonNode;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A lot that may be used although an inspection says otherwise is told until it is judged. */
class ContestedTest {
    private static final String TOO_HIGH = "9.1";
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

    private static String yielded(String number) {
        return Certified.bread(plant, program, number);
    }

    private static String released(String number) {
        return Certified.released(plant, program, quinn, number);
    }

    private static Reply judged(String lot, String status) {
        JsonNode basis = Certified.inspection(program, lot).path("basis");
        String meaning = status.equals("quarantined") ? "reviewed" : status;
        Reply reply = quinn.post("/api/v1/judgements", """
                {"id":"%s","site":"MAIN","status":"%s","lots":["%s"],"inspections":[%s],
                 "sign":{"signer":"quinn","password":"%s","meaning":"%s"}}
                """.formatted(
                        plant.id(), status, lot, basis, ApiPlant.PASSWORD, meaning));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    /** Returns what is told of lots of that number, by the gaps. */
    private static Stream<JsonNode> told(String number) {
        JsonNode all = program.get("/api/v1/gaps").json().path("against");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("sentence").asString().contains(number));
    }

    private static String card(String number) {
        Reply card = quinn.get("/lots/bread/" + number);
        assertThat(card.status()).as(card.body()).isEqualTo(200);
        return card.body();
    }

    @Test
    void a_result_that_fails_after_the_release_is_told_until_quality_judges() {
        String lot = released("B-801");
        assertThat(card("B-801")).contains("Inspections", "passes").doesNotContain("May be used");
        assertThat(told("B-801")).isEmpty();

        Certified.corrected(quinn, lot, plant.id(), TOO_HIGH);

        assertThat(card("B-801"))
                .contains("May be used, and an inspection fails", "changed since")
                .contains("/holds/new?root=id%3A");
        JsonNode one = told("B-801").findFirst().orElseThrow();
        assertThat(one.path("code").asString()).isEqualTo("results_changed");
        assertThat(one.path("conclusion").asString()).isEqualTo("fails");
        assertThat(one.path("lots").path(0).asString()).isEqualTo(lot);
        assertThat(quinn.get("/gaps").body()).contains("Lot B-801 may be used");
        assertThat(quinn.get("/inspections").body()).contains("Lot B-801 may be used");

        judged(lot, "rejected");
        assertThat(told("B-801")).isEmpty();
        assertThat(card("B-801")).doesNotContain("May be used");
    }

    @Test
    void a_result_that_changed_and_passes_is_told_too() {
        String lot = released("B-802");
        Certified.corrected(quinn, lot, plant.id(), "5.6");
        assertThat(card("B-802")).contains("May be used on results that have changed");
        judged(lot, "released");
        assertThat(told("B-802")).isEmpty();
    }

    @Test
    void what_was_split_off_is_told_with_it() {
        String lot = released("B-803");
        Reply split = program.post("/api/v1/events", """
                {"event":"split","id":"%s","site":"MAIN","kind":"split",
                 "from":{"lot":"B-803","quantity":"30 ea","from":"at:MAIN/MAIN"},
                 "into":[{"passport":{"item":"bread","number":"B-803A"},"quantity":"30 ea",
                          "to":"at:MAIN/MAIN"}]}
                """.strip().formatted(plant.id()));
        assertThat(split.status()).as(split.body()).isEqualTo(201);
        Certified.corrected(quinn, lot, plant.id(), TOO_HIGH);
        assertThat(card("B-803A")).contains("Lot B-803A may be used", "changed since");
        assertThat(told("B-803").findFirst().orElseThrow().path("lots").size()).isEqualTo(2);
        judged(lot, "rejected");
        assertThat(told("B-803")).as("from here on its rejection speaks").isEmpty();
        assertThat(quinn.get("/gaps").body())
                .contains("Lot B-803A is to be looked at again: its parent was rejected");
    }

    @Test
    void a_lot_that_begins_released_is_told_once_a_result_fails() {
        String lot = yielded("B-804");
        assertThat(told("B-804")).as("nothing was found yet").isEmpty();
        Certified.measured(program, lot, plant.id().substring(0, 35), TOO_HIGH);
        JsonNode one = told("B-804").findFirst().orElseThrow();
        assertThat(one.path("code").asString()).isEqualTo("inspection_fails");
        assertThat(card("B-804")).contains("May be used, and an inspection fails");
        judged(lot, "quarantined");
        assertThat(told("B-804")).isEmpty();
    }

    @Test
    void a_result_that_was_read_again_and_passes_before_the_judgement_speaks_against_nothing() {
        String lot = yielded("B-805");
        Certified.measured(program, lot, plant.id().substring(0, 35), TOO_HIGH);
        Certified.measured(program, lot, plant.id().substring(0, 35), "5.5");
        assertThat(told("B-805")).isEmpty();
        assertThat(card("B-805")).doesNotContain("May be used");
    }
}
