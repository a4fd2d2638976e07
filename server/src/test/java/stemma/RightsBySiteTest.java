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
    private static final String ID = "[0-9a-f-]{36}";
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
                "hold":"%s","reason":{"code":"foreign_body","text":""},
                "reach":{"reach":"sublot","lot":"%s"}""".formatted(hold, lot);
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
                "hold":"H-M2","reason":{"code":"foreign_body","text":""},
                "reach":{"reach":"family","number":"M-2"}""");
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

    @Test
    void a_scan_says_of_what_is_elsewhere_that_nothing_here_is_called_so() {
        recorded(all.post("/api/v1/events", plant.receipt(plant.id(), "M-4", "10 kg")));
        String scans = "/api/v1/scans?text=";
        assertThat(all.get(scans + "M-4").body()).contains("10 kg at MAIN");
        for (String text : new String[] {"M-4", "R-M-4", "COLD", "LINE-1", id("M-4")}) {
            assertThat(all.get(scans + text).json().path("tone").asString(""))
                    .as(text)
                    .isNotEqualTo("stop");
            Reply told = york.get(scans + text);
            assertThat(told.json().path("code").asString("")).as(text).isEqualTo("scan_unknown");
            assertThat(told.body()).doesNotContain("MAIN");
        }
        assertThat(york.get(scans + "DOCK").json().path("tone").asString("")).isEqualTo("ok");
    }

    @Test
    void places_at_other_sites_are_counted_and_not_named() {
        recorded(all.post("/api/v1/events", receipt("Y-3", "YORK/DOCK")));
        main("moved", "\"to\":\"at:MAIN/COLD\"," + some("Y-3", "40 kg", "YORK/DOCK"));
        main("moved", "\"to\":\"at:MAIN/MAIN\"," + some("Y-3", "15 kg", "MAIN/COLD"));
        for (String address : new String[] {"/api/v1/board?lot=Y-3", "/api/v1/lots/card?lot=Y-3"}) {
            String whole = all.get(address).body();
            assertThat(whole).contains("at:MAIN/COLD", "at:MAIN/MAIN").doesNotContain("unseen");
            String part = york.get(address).body();
            assertThat(part).contains("at:YORK/DOCK", "\"unseenPlaces\":2", "\"100 kg\"");
            assertThat(part).contains("\"quantity\":\"40 kg\"").doesNotContain("at:MAIN/MAIN");
        }
        Reply card = york.get("/api/v1/lots/card?lot=Y-3");
        // The move out of York is told to York; that within Main is counted.
        assertThat(card.json().path("unseenEvents").asInt(0)).isEqualTo(1);
        assertThat(card.json().path("history").size()).isEqualTo(2);
        String scanned = york.get("/api/v1/scans?text=Y-3").body();
        assertThat(scanned)
                .contains("60 kg at DOCK", "40 kg at sites you may not see")
                .doesNotContain("COLD");
        held(all, "H-Y3", "Y-3");
        assertThat(york.get("/api/v1/holds/H-Y3/lots").status()).isEqualTo(404);
        held(york, "H-Y3Y", "Y-3");
        assertThat(york.get("/api/v1/holds/H-Y3Y/lots").body())
                .contains("1 place at a site you may not see")
                .doesNotContain("COLD");
    }

    private static void held(ApiClient by, String hold, String number) {
        String site = by == york ? "YORK" : "MAIN";
        recorded(by.post("/api/v1/events", sent(site, "held", """
                "hold":"%s","reason":{"code":"foreign_body","text":""},
                "reach":{"reach":"family","number":"%s"}""".formatted(hold, number))));
    }

    private static String some(String lot, String quantity, String from) {
        return """
                "lines":[{"lot":"%s","quantity":"%s",
                          "from":"at:%s"}]""".formatted(lot, quantity, from);
    }

    @Test
    void gaps_of_other_sites_are_counted_apart() {
        long before = york.get("/api/v1/gaps").json().path("total").asLong(-1);
        long elsewhere = york.get("/api/v1/gaps").json().path("unseen").asLong(0);
        recorded(all.post("/api/v1/events", plant.receipt(plant.id(), "M-5", "1 kg")));
        main("scrapped", """
                "claim":"report","reason":{"code":"late","text":""},
                "lines":[{"lot":"M-5","quantity":"9 kg","from":"at:MAIN/MAIN"}]""");
        Reply gaps = york.get("/api/v1/gaps");
        assertThat(gaps.json().path("total").asLong(-1)).isEqualTo(before);
        assertThat(gaps.json().path("unseen").asLong(0)).isEqualTo(elsewhere + 1);
        assertThat(gaps.body()).doesNotContain("M-5");
    }

    @Test
    void labels_and_proofs_of_another_site_do_not_exist() {
        recorded(all.post("/api/v1/events", plant.receipt(plant.id(), "M-6", "1 kg")));
        String lot = id("M-6");
        String event = lot.replaceAll("/.*", "");
        Reply labelled = york.post("/api/v1/labels", "{\"id\":\"" + lot + "\"}");
        unknown(
                "lot_unknown",
                labelled,
                york.post("/api/v1/labels", "{\"id\":\"" + lot.replaceAll("/0$", "/7") + "\"}"));
        unknown(
                "site_unknown",
                york.post("/api/v1/labels", "{\"site\":\"MAIN\"}"),
                york.post("/api/v1/labels", "{\"site\":\"NOWHERE\"}"));
        Reply printed = all.post("/api/v1/labels", "{\"id\":\"" + lot + "\"}");
        String print = printed.json().path("labels").path(0).path("seq").asString("");
        assertThat(all.get("/api/v1/labels/" + print).status()).isEqualTo(200);
        unknown(
                "label_unknown",
                york.get("/api/v1/labels/" + print),
                york.get("/api/v1/labels/99999999"));
        assertThat(york.get("/api/v1/records/" + event + "/proof").code())
                .isEqualTo("event_not_found");
        assertThat(york.get("/api/v1/events/" + event).code()).isEqualTo("event_not_found");
        ApiClient reader = plant.personAt("YORK", "yuri", Role.QUALITY);
        assertThat(reader.get("/labels?id=" + lot).status()).isEqualTo(404);
        assertThat(reader.get("/events/" + event + "/proof.txt").status()).isEqualTo(404);
    }

    @Test
    void the_page_of_a_correction_asks_the_right_where_the_goods_went() {
        recorded(all.post("/api/v1/events", receipt("Y-4", "YORK/DOCK")));
        String moved = plant.id();
        String there = "\"to\":\"at:MAIN/COLD\"," + lines("Y-4", "YORK/DOCK");
        recorded(all.post("/api/v1/events", sent("YORK", "moved", there).replaceFirst(ID, moved)));
        ApiClient yann = plant.personAt("YORK", "yann", Role.QUALITY);
        String form = "event=%s&change=void&reason=typo&text=not+so&signer=yann&password=%s"
                .formatted(plant.id(), ApiPlant.PASSWORD.replace(' ', '+'));
        Reply refused = yann.post(
                "/events/" + moved + "/correction",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("correct the record");
    }
}
