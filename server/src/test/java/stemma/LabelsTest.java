package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.PackLevels;
import stemma.catalog.Tracking;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Sscc;
import stemma.printing.LabelKind;
import stemma.printing.Zpl;
import stemma.quantity.Unit;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Labels as the floor prints them: what they carry, when they need a reason, what they warn of. */
class LabelsTest {
    private static final String GTIN = "09506000134352";
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};
    private static ApiPlant plant;
    private static ApiClient ivo;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        plant.define(marked("soup", Tracking.LOT));
        plant.define(marked("pump", Tracking.SERIAL));
        ivo = plant.program();
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static Item marked(String code, Tracking tracking) {
        String gtin = tracking == Tracking.SERIAL ? "09506000140445" : GTIN;
        ItemPolicy policy = ItemPolicy.USUAL
                .withStatusAtReceipt(InitialStatus.RELEASED)
                .withGtin(new Gtin(gtin));
        return Item.of(new ItemCode(code), code, Unit.EACH, tracking).with(policy);
    }

    private static String received(String passports) {
        String id = plant.id();
        String lots = passports.replace("|", "\"quantity\":\"5 ea\",\"to\":\"at:MAIN/MAIN\"");
        Reply reply = ivo.post("/api/v1/events", """
                {"event":"received","id":"%s","site":"MAIN","receipt":"R-%s","supplier":"MillCo",
                 "lots":[%s]}""".formatted(id, id, lots));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return id;
    }

    private static Reply print(String member, String value, String more) {
        return ivo.post(
                "/api/v1/labels",
                "{\"%s\":\"%s\",\"format\":\"zpl\"%s}".formatted(member, value, more));
    }

    private static String zpl(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        byte[] file = Base64.getDecoder().decode(reply.json().path("file").asString());
        return new String(file, StandardCharsets.UTF_8);
    }

    @Test
    void a_receipt_offers_a_label_for_each_lot_it_bore() {
        String event = received("""
                {"passport":{"item":"soup","number":"S-1","expiry":"2026-11-26",
                 "bestBefore":"2026-10"},|},
                {"ordinal":1,"passport":{"item":"flour","number":"F 1"},"quantity":"7 kg",
                 "to":"at:MAIN/MAIN"}""");
        String zpl = zpl(print("event", event, ""));
        assertThat(Zpl.symbols(zpl))
                .containsExactly(
                        "01" + GTIN + "15261000" + "17261126" + "10S-1",
                        "https://id.gs1.org/01/" + GTIN + "/10/S-1?15=261000&17=261126",
                        "lot:flour:F 1");
        assertThat(Zpl.words(zpl)).contains("26 NOV 2026", "OCT 2026", "S-1", "F 1");
    }

    @Test
    void a_unit_bears_its_udi_with_the_serial_last() {
        String event = received("""
                {"units":2,"passport":{"item":"pump","number":"L_7","expiry":"2027-03-01",
                 "produced":"2026-02-01","serials":{"prefix":"SN-","first":1,"digits":1,"texts":[]}},
                 "quantity":"2 ea","to":"at:MAIN/MAIN"}""");
        assertThat(Zpl.symbols(zpl(print("event", event, ""))))
                .hasSize(4)
                .contains("010950600014044511260201" + "17270301" + "10L_7\u001D21SN-2");
        assertThat(zpl(print("id", event + "/1", ",\"reason\":\"damaged\"")))
                .contains("SN-2")
                .doesNotContain("SN-1");
    }

    @Test
    void a_second_print_needs_a_reason_and_kills_the_first_unless_more_are_needed() {
        String lot = received("{\"passport\":{\"item\":\"soup\",\"number\":\"S-2\"},|}") + "/0";
        JsonNode first = print("id", lot, ",\"copies\":2").json().path("labels").path(0);
        Reply refused = print("id", lot, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("reprint_reason_missing");
        assertThat(print("id", lot, ",\"reason\":\"bored\"").code()).isEqualTo("choice_unknown");
        assertThat(zpl(print("id", lot, ",\"reason\":\"more\""))).contains("copy 3, printed again");
        assertThat(standing(first)).isEqualTo("valid");
        Reply again = print("id", lot, ",\"reason\":\"damaged\"");
        assertThat(zpl(again)).contains("copy 4");
        assertThat(standing(first)).isEqualTo("dead");
        assertThat(standing(again.json().path("labels").path(0))).isEqualTo("valid");
        assertThat(plant.world.printing().of(LabelKind.LOT, lot)).hasSize(3);
    }

    private static String standing(JsonNode label) {
        Reply told = ivo.get("/api/v1/labels/" + label.path("seq").asString());
        assertThat(told.json().path("said").path("number").asString()).isEqualTo("S-2");
        return told.json().path("standing").asString();
    }

    @Test
    void what_is_held_says_so_on_its_label() {
        received("{\"passport\":{\"item\":\"soup\",\"number\":\"S-3\"},|}");
        Reply held = ivo.post("/api/v1/holds", """
                {"id":"%s","site":"MAIN","hold":"H-9","descent":"alone",
                 "reach":{"reach":"family","item":"soup","number":"S-3"},
                 "reason":{"code":"foreign_body","text":""}}""".formatted(plant.id()));
        assertThat(held.status()).as(held.body()).isEqualTo(201);
        assertThat(Zpl.words(zpl(print("lot", "S-3", "")))).contains("HELD: DO NOT USE · hold H-9");
    }

    @Test
    void a_pallet_bears_its_sscc_and_what_is_inside() {
        String lot = received("{\"passport\":{\"item\":\"soup\",\"number\":\"S-4\"},|}") + "/0";
        String sscc = "106141412345678908";
        String event = plant.id();
        Reply packed = ivo.post("/api/v1/events", """
                {"event":"packed","id":"%s","site":"MAIN","container":"%s","at":"at:MAIN/MAIN",
                 "basis":"observed","containers":[],
                 "lines":[{"lot":"%s","quantity":"5 ea","from":"at:MAIN/MAIN"}]}
                """.formatted(event, sscc, lot));
        assertThat(packed.status()).as(packed.body()).isEqualTo(201);
        String zpl = zpl(print("event", event, ""));
        assertThat(Zpl.symbols(zpl))
                .containsExactlyInAnyOrder(
                        "00" + sscc, "00" + sscc + "02" + GTIN + "375\u001D10S-4");
        assertThat(Zpl.words(zpl)).contains("From", "Main", "BATCH/LOT", "S-4", "COUNT", "5 ea");
    }

    @Test
    void a_case_has_a_gtin_of_its_own_that_means_so_many_units() {
        plant.define(Item.of(new ItemCode("tea"), "tea", Unit.EACH, Tracking.LOT)
                .with(ItemPolicy.USUAL
                        .withStatusAtReceipt(InitialStatus.RELEASED)
                        .withGtin(new Gtin("4006381333931"))
                        .withPackLevels(PackLevels.of("10614141000415 x 2, 20614141000412 x 4"))));
        String lot = received("{\"passport\":{\"item\":\"tea\",\"number\":\"T-1\"},|}") + "/0";
        String own = packed("CASE-1", lot, "2 ea");
        assertThat(Zpl.symbols(zpl(print("event", own, ""))))
                .contains("0110614141000415" + "10T-1");
        String sscc = Sscc.completing("30614141900000001").digits();
        String pallet = packed(sscc, lot, "2 ea");
        assertThat(Zpl.symbols(zpl(print("event", pallet, ""))))
                .contains("00" + sscc + "02" + "04006381333931" + "372\u001D10T-1");

        String loose = Sscc.completing("30614141900000002").digits();
        String four = received("{\"passport\":{\"item\":\"tea\",\"number\":\"T-2\"},|}") + "/0";
        assertThat(Zpl.symbols(zpl(print("event", packed(loose, four, "4 ea"), ""))))
                .contains("00" + loose + "02" + "04006381333931" + "374\u001D10T-2");
        String inCases = received("{\"passport\":{\"item\":\"tea\",\"number\":\"T-3\"},|}") + "/0";
        packed("CASE-2", inCases, "2 ea");
        packed("CASE-3", inCases, "2 ea");
        String full = Sscc.completing("30614141900000003").digits();
        String both = packed(full, "[\"CASE-2\",\"CASE-3\"]", "");
        assertThat(Zpl.symbols(zpl(print("event", both, ""))))
                .contains("00" + full + "02" + "10614141000415" + "372\u001D10T-3");

        var scanned = ivo.get("/api/v1/scans?text=%5Dd201106141410004151" + "0T-1");
        assertThat(scanned.body()).contains("\"quantity\":\"2\"", "\"unit\":\"ea\"", "T-1");
        assertThat(ivo.get("/api/v1/scans?text=10614141000415").body())
                .contains("\"item\":\"tea\"", "\"quantity\":\"2\"");
        assertThat(ivo.get("/api/v1/scans?text=%5DC1" + "02106141410004153712%1D10T-1")
                        .body())
                .contains("\"quantity\":\"24\"");
        var taken = ivo.send("PUT", "/api/v1/items/mug", BodyPublishers.ofString("""
                        {"code":"mug","name":"mug","baseUnit":"ea","tracking":"lot",
                         "policy":{"packLevels":"10614141000415 x 6"}}"""));
        assertThat(taken.code()).isEqualTo("gtin_taken");
    }

    /** Packs a quantity of a lot, or without a quantity a list of containers. */
    private static String packed(String container, String what, String quantity) {
        String event = plant.id();
        String line = "{\"lot\":\"%s\",\"quantity\":\"%s\",\"from\":\"at:MAIN/MAIN\"}"
                .formatted(what, quantity);
        Reply packed = ivo.post("/api/v1/events", """
                {"event":"packed","id":"%s","site":"MAIN","container":"%s","at":"at:MAIN/MAIN",
                 "basis":"observed","containers":%s,"lines":[%s]}
                """.formatted(
                        event,
                        container,
                        quantity.isEmpty() ? what : "[]",
                        quantity.isEmpty() ? "" : line));
        assertThat(packed.status()).as(packed.body()).isEqualTo(201);
        return event;
    }

    @Test
    void many_who_ask_at_once_get_each_a_pallet_number_of_its_own() throws Exception {
        String first = next(1).getFirst();
        assertThat(first).startsWith("30614141").hasSize(18);
        String following = first.substring(8, 17);
        String taken = Sscc.completing(
                        "30614141" + String.format("%09d", Integer.parseInt(following) + 1))
                .digits();
        String lot = received("{\"passport\":{\"item\":\"soup\",\"number\":\"S-9\"},|}") + "/0";
        packed(taken, lot, "1 ea");
        Set<String> given = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> askers = new ArrayList<>();
        for (int i = 0; i < 16; i++) askers.add(() -> given.addAll(next(5)));
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var asked : pool.invokeAll(askers)) assertThat(asked.get()).isTrue();
        }
        assertThat(given).hasSize(80).doesNotContain(first, taken);
        given.forEach(Sscc::of);
        assertThat(ivo.post("/api/v1/ssccs", "{\"site\":\"MAIN\",\"count\":0}").code())
                .isEqualTo("count_invalid");
    }

    private static List<String> next(int count) {
        Reply reply =
                ivo.post("/api/v1/ssccs", "{\"site\":\"MAIN\",\"count\":%d}".formatted(count));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        List<String> given = new ArrayList<>();
        reply.json().path("ssccs").forEach(sscc -> given.add(sscc.asString()));
        return given;
    }

    @Test
    void locations_and_cards_speak_our_own_code() {
        assertThat(Zpl.symbols(zpl(print("site", "MAIN", ""))))
                .containsExactly("location:MAIN:COLD", "location:MAIN:MAIN");
        assertThat(Zpl.symbols(zpl(print("cards", "commands", ""))))
                .contains("do:ok", "do:cancel", "do:undo", "do:next", "do:print", "do:0", "do:9");
    }

    @Test
    void what_is_not_there_or_too_much_is_told() {
        assertThat(print("lot", "nowhere", "").code()).isEqualTo("lot_unknown");
        assertThat(print("event", plant.id(), "").code()).isEqualTo("event_unknown");
        assertThat(print("container", "nowhere", "").code()).isEqualTo("container_unknown");
        assertThat(print("site", "nowhere", "").code()).isEqualTo("site_unknown");
        assertThat(print("cards", "credit", "").code()).isEqualTo("choice_unknown");
        assertThat(print("colour", "red", "").code()).isEqualTo("field_unknown");
        assertThat(ivo.post("/api/v1/labels", "{}").code()).isEqualTo("labels_missing");
        assertThat(print("cards", "scanner", ",\"copies\":201").code()).isEqualTo("copies_invalid");
        assertThat(print("cards", "commands", ",\"copies\":200").code())
                .isEqualTo("labels_too_many");
        assertThat(ivo.get("/api/v1/labels/1").code()).isEqualTo("label_unknown");
        ApiClient audra = plant.program("audra", Role.AUDITOR);
        assertThat(audra.post("/api/v1/labels", "{\"cards\":\"scanner\"}").code())
                .isEqualTo("permission_missing");
    }

    @Test
    void a_page_shows_them_first_and_gives_one_pdf_of_all() {
        String event = received("""
                {"passport":{"item":"soup","number":"S-5"},|},
                {"ordinal":1,"passport":{"item":"soup","number":"S-6"},|}""");
        ApiClient rosa = plant.person("rosa", Role.RECEIVING);
        Reply page = rosa.get("/labels?event=" + event);
        assertThat(page.body()).contains("2 labels", "data:image/svg+xml").doesNotContain("again");
        Reply pdf = rosa.post(
                "/labels?event=" + event,
                "_csrf=" + rosa.formToken() + "&format=pdf&media=a4&copies=1",
                FORM);
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.raw().headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(rosa.get("/labels?event=" + event).body())
                .contains("Why again", "Printed before");
        for (String path : List.of("/labels", "/labels?cards=commands", "/labels?site=MAIN"))
            assertThat(rosa.get(path).status()).as(path).isEqualTo(200);
    }

    @Test
    void a_hold_has_a_tag_until_it_is_lifted() {
        received("{\"passport\":{\"item\":\"soup\",\"number\":\"S-8\"},|}");
        ivo.post("/api/v1/holds", """
                {"id":"%s","site":"MAIN","hold":"H-8","descent":"alone",
                 "reach":{"reach":"family","item":"soup","number":"S-8"},
                 "reason":{"code":"foreign_body","text":""}}""".formatted(plant.id()));
        ApiClient quinn = plant.person("quinn", Role.QUALITY);
        assertThat(quinn.get("/holds/H-8").body()).contains("Tag on A4");
        assertThat(tag(quinn, "H-8").body()).startsWith("%PDF-");
        assertThat(tag(quinn, "H-0").status()).isEqualTo(404);
        quinn.post(
                "/holds/H-8/lifting",
                "_csrf=" + quinn.formToken() + "&event=" + plant.id()
                        + "&text=clean&signer=quinn&password="
                        + ApiPlant.PASSWORD.replace(' ', '+'),
                FORM);
        assertThat(tag(quinn, "H-8").body()).contains("Hold H-8 is lifted");
    }

    private static Reply tag(ApiClient person, String hold) {
        return person.post("/holds/tag", "_csrf=" + person.formToken() + "&code=" + hold, FORM);
    }

    @Test
    void a_restored_journal_tells_every_print() {
        String lot = received("{\"passport\":{\"item\":\"soup\",\"number\":\"S-7\"},|}") + "/0";
        print("id", lot, "");
        print("id", lot, ",\"reason\":\"lost\"");
        var before = plant.world.printing().of(LabelKind.LOT, lot);
        org.springframework.jdbc.core.simple.JdbcClient.create(plant.database.owner())
                .sql("truncate printing.printed")
                .update();
        plant.world.printing().rebuild();
        assertThat(plant.world.printing().of(LabelKind.LOT, lot))
                .isEqualTo(before)
                .hasSize(2);
    }
}
