package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.NumberRule;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;

/** A lot that comes without a number gets one by the rule of its item, or is asked for one. */
class NumbersAtTheDoorTest {
    private static final ApiPlant PLANT = ApiPlant.stocked();
    private static final ApiClient PROGRAM = PLANT.program();

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void without_a_rule_the_number_is_missing_and_nothing_is_recorded() {
        var reply = received("R-1", "flour", "");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("number_missing");
        assertThat(reply.body()).contains("lots[0].passport.number");
        assertThat(PROGRAM.get("/api/v1/receipts/R-1").status()).isEqualTo(404);
    }

    @Test
    void with_a_rule_each_lot_gets_the_next_number_that_nobody_has_given_by_hand() {
        PLANT.define(Item.of(new ItemCode("sugar"), "Sugar", ApiPlant.KG, Tracking.LOT)
                .with(ItemPolicy.USUAL.withNumbering(NumberRule.of("S-{n}"))));
        assertThat(received("R-2", "sugar", "").status()).isEqualTo(201);
        assertThat(received("R-3", "sugar", ",\"number\":\"s-2\"").status()).isEqualTo(201);
        assertThat(received("R-4", "sugar", "").status()).isEqualTo(201);
        assertThat(PROGRAM.get("/api/v1/receipts/R-2").body()).contains("\"S-1\"");
        assertThat(PROGRAM.get("/api/v1/receipts/R-4").body()).contains("\"S-3\"");
    }

    private static ApiClient.Reply received(String receipt, String item, String number) {
        return PROGRAM.post("/api/v1/events", """
                {"event":"received","id":"%s","receipt":"%s","supplier":"MillCo","lots":[
                 {"passport":{"item":"%s"%s},"quantity":"10 kg","to":"at:MAIN/MAIN"}]}
                """.formatted(PLANT.id(), receipt, item, number));
    }
}
