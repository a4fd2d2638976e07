package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;

/** Whoever rejects a lot is asked about the parts that were split off it before. */
class PartsLeftFreeTest {
    private static ApiPlant plant;
    private static ApiClient program;
    private static ApiClient quinn;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static void given(ApiClient by, String event) {
        Reply reply = by.post("/api/v1/events", event);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static void judge(String lot, String status) {
        given(quinn, """
                {"event":"judged","id":"%s","site":"MAIN","status":"%s","lots":["flour:%s"],
                 "sign":{"signer":"quinn","password":"%s","meaning":"%s"}}
                """.strip().formatted(plant.id(), status, lot, ApiPlant.PASSWORD, status));
    }

    @Test
    void the_cards_the_gaps_and_programs_tell_the_parts_until_they_are_held_or_judged() {
        given(program, plant.receipt(plant.id(), "P-1", "100 kg"));
        judge("P-1", "released");
        given(program, """
                {"event":"split","id":"%s","site":"MAIN","kind":"split",
                 "from":{"lot":"P-1","quantity":"30 kg","from":"at:MAIN/MAIN"},
                 "into":[{"passport":{"item":"flour","number":"P-1A"},"quantity":"30 kg",
                          "to":"at:MAIN/MAIN"}]}
                """.strip().formatted(plant.id()));
        assertThat(quinn.get("/lots/flour/P-1").body()).doesNotContain("split off before");
        judge("P-1", "rejected");
        assertThat(quinn.get("/lots/flour/P-1").body())
                .contains("A part split off before is free", "/holds/new?root=id%3A");
        assertThat(quinn.get("/lots/flour/P-1A").body())
                .contains("To be looked at again", "its parent was rejected", "/trace/why?id=");
        assertThat(quinn.get("/gaps").body()).contains("Lots to be looked at again", "P-1A");
        Reply card = program.get("/api/v1/lots/card?lot=P-1&item=flour");
        assertThat(card.json().path("leftFree").size()).as(card.body()).isEqualTo(1);
        given(program, """
                {"event":"held","id":"%s","site":"MAIN","hold":"H-P1","descent":"alone",
                 "reach":{"reach":"family","item":"flour","number":"P-1A"},
                 "reason":{"code":"quality","text":"parent rejected"}}
                """.strip().formatted(plant.id()));
        assertThat(quinn.get("/lots/flour/P-1").body()).doesNotContain("split off before");
        assertThat(program.get("/api/v1/gaps").body()).contains("parent_rejected");
        judge("P-1A", "rejected");
        assertThat(program.get("/api/v1/gaps").body()).doesNotContain("parent_rejected");
    }
}
