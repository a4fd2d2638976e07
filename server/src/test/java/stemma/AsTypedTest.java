package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.catalog.Item;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What somebody typed that a page, a template or a log might run stands everywhere as typed. */
class AsTypedTest {
    private static final String TYPED = "<script>x{{7*7}}${jndi:ldap:a}</script>";
    private static final String SHOWN = "&lt;script&gt;x{{7*7}}${jndi:ldap:a}&lt;/script&gt;";
    private static final String RECEIPT = "0199ed00-0000-7000-8000-000000000001";
    private static ApiPlant plant;
    private static ApiClient quinn;

    @BeforeAll
    static void type() {
        plant = ApiPlant.stocked();
        ApiClient ivo = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        plant.define(Item.of(new ItemCode("odd"), TYPED, ApiPlant.KG, Tracking.LOT));
        stands(ivo, plant.receipt(RECEIPT, TYPED, "5 kg"));
        stands(ivo, """
                {"event":"held","id":"%s","site":"MAIN","hold":"%s",
                 "reason":{"code":"other","text":"%s"},"reach":{"reach":"family","number":"%s"}}
                """.formatted(plant.id(), TYPED, TYPED, TYPED));
        stands(ivo, """
                {"event":"consumed","id":"%s","claim":"report","site":"MAIN","run":"%s",
                 "inputs":[{"lot":"flour:%s","quantity":"1 kg","from":"at:MAIN/MAIN"}]}
                """.formatted(plant.id(), TYPED, TYPED));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static void stands(ApiClient ivo, String event) {
        Reply reply = ivo.post("/api/v1/events", event);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static Reply page(String path) {
        String typed = URLEncoder.encode(TYPED, StandardCharsets.UTF_8);
        return quinn.get(path.replace("TYPED", typed), "Accept", "text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lots?number=TYPED",
                "/lots/card?lot=TYPED&item=flour",
                "/board?lot=TYPED",
                "/board/rows?lot=TYPED&show=lots",
                "/trace?lot=TYPED&direction=forward",
                "/holds",
                "/holds/new?lot=TYPED",
                "/gaps",
                "/receipts",
                "/runs",
                "/masters/items",
                "/masters/items/one?key=ODD",
                "/events/" + RECEIPT,
                "/find?q=TYPED%20not%20there"
            })
    void a_page_shows_it_and_runs_nothing(String path) {
        Reply reply = page(path);
        assertThat(reply.status()).as(path + reply.body()).isEqualTo(200);
        assertThat(reply.body()).contains(SHOWN).doesNotContain("<script>x", "x49");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events/TYPED", "/holds/new?lot=TYPED+none", "/receipts/none?TYPED=1"})
    void a_refusal_shows_it_and_runs_nothing(String path) {
        assertThat(page(path).body()).doesNotContain("<script>x", "x49");
    }

    @Test
    void a_file_of_answers_holds_it_as_text() {
        Reply file = page("/board.csv?lot=TYPED");
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.body()).contains(TYPED);
    }
}
