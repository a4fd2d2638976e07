package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What quality decides of blocked stock by its form, as a browser sends it. */
class DispositionTest {
    private static final ApiPlant PLANT = ApiPlant.stocked();
    private static ApiClient program;
    private static ApiClient quinn;
    private static ApiClient rosa;

    @BeforeAll
    static void people() {
        program = PLANT.program();
        quinn = PLANT.person("quinn", Role.QUALITY);
        rosa = PLANT.person("rosa", Role.RECEIVING);
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void a_part_is_used_as_it_is_and_the_rest_stays_rejected() {
        String lot = rejected("F-1");
        var done = decide(lot, Map.of("way", "use_as_is", "amount", "20", "number", "F-1-A"));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(standing("F-1")).isEqualTo("rejected 80 kg");
        assertThat(standing("F-1-A")).isEqualTo("restricted 20 kg");
        assertThat(quinn.get("/lots/flour/F-1-A").body())
                .contains("Decided: use as is: Agreed with the baker.");
        assertThat(quinn.get("/trace?lot=F-1&direction=forward&view=table").body())
                .contains("use as is: Agreed with the baker.");
    }

    @Test
    void a_part_without_a_number_is_not_decided() {
        String lot = rejected("F-2");
        var asked = decide(lot, Map.of("way", "use_as_is", "amount", "20"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("disposition_incomplete");
        assertThat(standing("F-2")).isEqualTo("rejected 100 kg");
    }

    @Test
    void what_is_destroyed_needs_a_witness_who_works_here_and_does_not_sign() {
        String lot = rejected("F-3");
        Map<String, String> way = new LinkedHashMap<>(Map.of(
                "way", "destroy", "amount", "40", "document", "CERT-3", "method", "incineration"));
        for (String witness : new String[] {"", "nobody", "quinn"}) {
            way.put("witness", witness);
            assertThat(decide(lot, way).body()).contains("disposition_incomplete");
        }
        way.put("witness", "rosa");
        assertThat(decide(lot, way).status()).isEqualTo(303);
        assertThat(standing("F-3")).isEqualTo("rejected 60 kg");
        assertThat(quinn.get("/lots/flour/F-3").body())
                .contains("Agreed with the baker. (incineration; witness rosa)");
    }

    @Test
    void who_does_not_judge_decides_nothing_and_nobody_does_unsigned() {
        String lot = rejected("F-4");
        assertThat(rosa.post("/blocked-stock/disposition", body(lot, Map.of()), FORM[0], FORM[1])
                        .status())
                .isEqualTo(403);
        Map<String, String> unsigned = Map.of("way", "use_as_is", "password", "");
        assertThat(decide(lot, unsigned).body()).contains("disposition_incomplete");
        assertThat(decide(lot, Map.of("way", "use_as_is", "password", "not mine"))
                        .status())
                .isNotEqualTo(303);
        assertThat(standing("F-4")).isEqualTo("rejected 100 kg");
    }

    @Test
    void what_is_regraded_or_goes_back_leaves_the_list() {
        String lot = rejected("F-5");
        var regraded = decide(
                lot,
                Map.of(
                        "way",
                        "regrade",
                        "amount",
                        "30",
                        "number",
                        "S-5",
                        "item",
                        "salt",
                        "status",
                        "released"));
        assertThat(regraded.status()).as(regraded.body()).isEqualTo(303);
        var back =
                decide(lot, Map.of("way", "give_back", "supplier", "MillCo", "document", "RTS-5"));
        assertThat(back.status()).as(back.body()).isEqualTo(303);
        assertThat(standing("F-5")).isEqualTo("none");
        assertThat(standing("S-5")).isEqualTo("none");
        assertThat(program.get("/api/v1/stock?lot=S-5").body()).contains("30 kg");
    }

    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    private static ApiClient.Reply decide(String lot, Map<String, String> fields) {
        return quinn.post("/blocked-stock/disposition", body(lot, fields), FORM[0], FORM[1]);
    }

    private static String body(String lot, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("lot", lot);
        all.put("place", "at:MAIN/MAIN");
        all.put("event", PLANT.id());
        all.put("why", "Agreed with the baker.");
        all.put("signer", "quinn");
        all.put("password", ApiPlant.PASSWORD);
        all.putAll(fields);
        return all.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Returns a lot of 100 kg flour that quality has rejected. */
    private static String rejected(String number) {
        sent(program, """
                {"event":"received","id":"%s","receipt":"R-%s","supplier":"MillCo","lots":[
                 {"passport":{"item":"flour","number":"%s"},"quantity":"100 kg",
                  "to":"at:MAIN/MAIN"}]}
                """.formatted(PLANT.id(), number, number));
        sent(quinn, """
                {"event":"judged","id":"%s","status":"rejected","lots":["%s"],
                 "sign":{"signer":"quinn","password":"%s","meaning":"rejected"}}
                """.formatted(PLANT.id(), number, ApiPlant.PASSWORD));
        return row(number).path("lot").asString("");
    }

    private static void sent(ApiClient by, String event) {
        var reply = by.post("/api/v1/events", event);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static tools.jackson.databind.JsonNode row(String number) {
        for (var row : program.get("/api/v1/blocked-stock?lot=" + number).json().path("rows"))
            if (row.path("number").asString("").equals(number)) return row;
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private static String standing(String number) {
        var row = row(number);
        return row.isMissingNode()
                ? "none"
                : row.path("status").asString("") + " " + row.path("quantity").asString("");
    }
}
