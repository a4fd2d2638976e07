package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;

/**
 * Who has rights at one site, and goods that stand at another: whatever site an act names, the
 * sites of the things it touches are asked.
 */
class RightsBySiteTest {
    private static final Role[] MAKERS = {
        Role.INTEGRATOR, Role.QUALITY, Role.RECEIVING, Role.OPERATOR, Role.SHIPPING
    };
    private static ApiPlant plant;
    private static ApiClient all;
    private static ApiClient york;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        plant.site("YORK", "DOCK");
        all = plant.program();
        york = plant.programAt("YORK", "yara", MAKERS);
        recorded(all.post("/api/v1/events", plant.receipt(plant.id(), "M-1", "100 kg")));
        recorded(all.post("/api/v1/events", receipt("Y-1", "YORK/DOCK")));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String receipt(String number, String place) {
        return """
                {"event":"received","id":"%s","site":"%s","receipt":"R-%s","supplier":"MillCo",
                 "lots":[{"passport":{"item":"flour","number":"%s"},"quantity":"100 kg",
                          "to":"at:%s"}]}""".formatted(
                        plant.id(), place.substring(0, place.indexOf('/')), number, number, place);
    }

    private static void recorded(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static Reply york(String event, String more) {
        return york.post("/api/v1/events", sent("YORK", event, more));
    }

    private static void main(String event, String more) {
        recorded(all.post("/api/v1/events", sent("MAIN", event, more)));
    }

    private static String sent(String site, String event, String more) {
        return """
                {"event":"%s","id":"%s","site":"%s",%s}""".formatted(event, plant.id(), site, more);
    }

    private static String lines(String lot, String from) {
        return """
                "lines":[{"lot":"%s","quantity":"1 kg","from":"at:%s"}]""".formatted(lot, from);
    }

    private static String id(String number) {
        return all.get("/api/v1/lots?number=" + number)
                .json()
                .path("lots")
                .path(0)
                .path("lot")
                .asString("");
    }

    private static void unknown(String code, Reply reply, Reply ofNothing) {
        assertThat(reply.code()).as(reply.body()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(ofNothing.status());
        assertThat(reply.code()).isEqualTo(ofNothing.code());
    }

    @Test
    void a_lot_of_another_site_is_answered_as_one_that_does_not_exist() {
        String moved = "\"to\":\"at:YORK/DOCK\",";
        for (String name : new String[] {"M-1", "flour:M-1"}) {
            Reply reply = york("moved", moved + lines(name, "MAIN/MAIN"));
            unknown(
                    "lot_unknown",
                    reply,
                    york("moved", moved + lines(name.replace("1", "9"), "MAIN/MAIN")));
            assertThat(reply.detail()).isEqualTo("There is no lot " + name + ".");
        }
        String nothing = id("M-1").replaceAll("/0$", "/7");
        unknown(
                "permission_missing",
                york("moved", moved + lines(id("M-1"), "MAIN/MAIN")),
                york("moved", moved + lines(nothing, "MAIN/MAIN")));
        unknown(
                "lot_unknown",
                york("scrapped", lines(id("M-1"), "YORK/DOCK")),
                york("scrapped", lines(nothing, "YORK/DOCK")));
        unknown(
                "lot_unknown",
                york("held", sublot("H-1", id("M-1"))),
                york("held", sublot("H-2", nothing)));
    }

    private static String sublot(String hold, String lot) {
        return """
                "hold":"%s","reach":{"reach":"sublot","lot":"%s"}""".formatted(hold, lot);
    }

    @Test
    void what_one_sees_is_handled_only_where_one_may() {
        recorded(york("sampled", lines("Y-1", "YORK/DOCK")));
        Reply away = york("moved", "\"to\":\"at:MAIN/COLD\"," + lines("Y-1", "YORK/DOCK"));
        assertThat(away.code()).as(away.body()).isEqualTo("permission_missing");
        assertThat(away.status()).isEqualTo(403);
        assertThat(away.json().path("site").asString("")).isEqualTo("MAIN");
    }

    @Test
    void a_lot_is_judged_by_who_may_wherever_it_stands() {
        recorded(all.post("/api/v1/events", receipt("Y-2", "YORK/DOCK")));
        String moved = "\"to\":\"at:MAIN/COLD\"," + lines("Y-2", "YORK/DOCK");
        recorded(all.post("/api/v1/events", sent("YORK", "moved", moved)));
        Reply away = york("judged", "\"status\":\"rejected\",\"lots\":[\"Y-2\"]");
        assertThat(away.code()).as(away.body()).isEqualTo("permission_missing");
        assertThat(away.json().path("site").asString("")).isEqualTo("MAIN");
        Reply home = york("judged", "\"status\":\"rejected\",\"lots\":[\"Y-1\"]");
        assertThat(home.code()).as(home.body()).isEqualTo("signature_missing");
    }

    @Test
    void an_event_and_a_hold_of_another_site_are_not_there_to_be_undone() {
        recorded(all.post("/api/v1/events", plant.receipt(plant.id(), "M-2", "100 kg")));
        main("held", """
                "hold":"H-M2","reach":{"reach":"family","number":"M-2"}""");
        String event = id("M-2").replaceAll("/.*", "");
        String because = "\"claim\":\"report\",\"reason\":{\"code\":\"typo\",\"text\":\"\"},";
        unknown(
                "event_unknown",
                york("corrected", because + "\"corrects\":\"" + event + "\""),
                york("corrected", because + "\"corrects\":\"" + plant.id() + "\""));
        unknown(
                "hold_unknown",
                york("hold_lifted", because + "\"hold\":\"H-M2\""),
                york("hold_lifted", because + "\"hold\":\"H-NONE\""));
    }

    @Test
    void what_comes_back_from_a_customer_comes_to_any_dock() {
        recorded(all.post("/api/v1/events", plant.receipt(plant.id(), "M-3", "10 kg")));
        main("shipped", """
                "shipment":"S-3","consignee":"CornerShop",
                "lines":[{"lot":"M-3","quantity":"5 kg","from":"at:MAIN/MAIN"}]""");
        main("delivered", """
                "shipment":"S-3","basis":"proven","consignee":"CornerShop\"""");
        recorded(york("returned", """
                "document":"RMA-1","customer":"CornerShop",
                "lines":[{"of":"%s","as":{"passport":{"item":"flour","number":"M-3R"},
                          "quantity":"1 kg","to":"at:YORK/DOCK"}}]""".formatted(id("M-3"))));
    }
}
