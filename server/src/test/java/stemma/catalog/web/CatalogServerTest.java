package stemma.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.Map;

class CatalogServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SITE = "{\"code\":\"HLF\",\"name\":\"Harbour Lane\","
            + "\"country\":\"NL\",\"zone\":\"Europe/Amsterdam\"}";
    private static CatalogServer server;
    private static String ivo;
    private static String rosa;

    @BeforeAll
    static void start() {
        server = new CatalogServer();
        ivo = server.token("ivo", Role.INTEGRATOR);
        rosa = server.token("rosa", Role.RECEIVING);
        assertThat(put("/api/v1/sites/HLF", SITE).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_master_is_put_read_and_listed_as_json() {
        String item =
                "{\"code\":\"FLOUR\",\"name\":\"Flour\",\"baseUnit\":\"kg\",\"tracking\":\"lot\","
                        + "\"policy\":{\"shelfLifeDays\":30,\"gtin\":\"4006381333931\"}}";
        HttpResponse<String> added = put("/api/v1/items/FLOUR", item);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(added.headers().firstValue("ETag")).contains("\"1\"");
        JsonNode one = json(server.get(rosa, "/api/v1/items/flour"));
        assertThat(one.path("policy").path("gtin").asString()).isEqualTo("04006381333931");
        assertThat(one.path("policy").path("statusAtReceipt").asString()).isEqualTo("quarantined");
        assertThat(put("/api/v1/items/FLOUR", one.toString()).headers().firstValue("ETag"))
                .contains("\"1\"");
        JsonNode list = json(server.get(rosa, "/api/v1/items?text=FLO"));
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("items").get(0)).isEqualTo(one);
    }

    @Test
    void every_kind_goes_out_and_comes_in_in_one_shape() {
        put(
                "/api/v1/items/SOUP",
                "{\"code\":\"SOUP\",\"name\":\"Soup\",\"baseUnit\":\"ea\",\"tracking\":\"lot\"}");
        put(
                "/api/v1/items/SALT",
                "{\"code\":\"SALT\",\"name\":\"Salt\",\"baseUnit\":\"kg\",\"tracking\":\"pool\"}");
        round(
                "/api/v1/partners/MillCo",
                "{\"code\":\"MillCo\",\"name\":\"Mill\",\"country\":\"FR\","
                        + "\"roles\":[\"supplier\",\"customer\"]}");
        round(
                "/api/v1/ship-tos/MillCo/GATE",
                "{\"partner\":\"MillCo\",\"code\":\"GATE\",\"name\":\"Gate\","
                        + "\"address\":\"Quay 1\",\"country\":\"FR\"}");
        round(
                "/api/v1/locations/HLF/DRY",
                "{\"site\":\"HLF\",\"code\":\"DRY\",\"name\":\"Dry store\"}");
        round(
                "/api/v1/resources/TANK",
                "{\"code\":\"TANK\",\"name\":\"Tank\",\"kind\":\"vessel\",\"site\":\"HLF\"}");
        round(
                "/api/v1/recipes/SOUP/A",
                "{\"item\":\"SOUP\",\"revision\":\"A\",\"tolerancePercent\":\"2.5\","
                        + "\"lines\":[{\"part\":\"input\",\"item\":\"SALT\",\"amount\":\"0.1 kg\"},"
                        + "{\"part\":\"output\",\"item\":\"SOUP\",\"amount\":\"1 ea\"}]}");
        HttpResponse<String> conversion = put(
                "/api/v1/conversions",
                "{\"item\":\"SOUP\",\"from\":\"case\",\"to\":\"ea\",\"factor\":\"12\"}");
        assertThat(conversion.statusCode()).as(conversion.body()).isEqualTo(200);
        assertThat(put("/api/v1/conversions", conversion.body()).statusCode()).isEqualTo(200);
        assertThat(json(server.get(rosa, "/api/v1/conversions?text=SOUP"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static void round(String path, String body) {
        HttpResponse<String> added = put(path, body);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        String read = server.get(rosa, path).body();
        HttpResponse<String> again = put(path, read);
        assertThat(again.body()).isEqualTo(read);
        assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
    }

    @Test
    void what_one_has_not_seen_is_not_overwritten() {
        String salt =
                "{\"code\":\"SUGAR\",\"name\":\"Sugar\",\"baseUnit\":\"kg\",\"tracking\":\"pool\"}";
        assertThat(put("/api/v1/items/SUGAR", salt).statusCode()).isEqualTo(200);
        assertThat(code(server.put(ivo, "/api/v1/items/SUGAR", salt, Map.of("If-None-Match", "*"))))
                .isEqualTo("409 master_exists");
        String named = salt.replace("\"Sugar\"", "\"Cane sugar\",\"reason\":\"clearer\"");
        assertThat(server.put(ivo, "/api/v1/items/SUGAR", named, Map.of("If-Match", "\"1\""))
                        .headers()
                        .firstValue("ETag"))
                .contains("\"2\"");
        assertThat(code(server.put(ivo, "/api/v1/items/SUGAR", salt, Map.of("If-Match", "\"1\""))))
                .isEqualTo("409 revised_meanwhile");
        assertThat(code(server.put(ivo, "/api/v1/items/SUGAR", salt, Map.of("If-Match", "latest"))))
                .isEqualTo("422 revision_invalid");
        assertThat(code(put("/api/v1/items/SUGAR", salt))).isEqualTo("422 reason_missing");
    }

    @Test
    void each_refusal_has_its_code_and_names_the_field() {
        String item = "{\"code\":\"X\",\"name\":\"X\",\"baseUnit\":\"kg\",\"tracking\":\"lot\"";
        assertThat(code(put("/api/v1/items/X", item + ",\"colour\":\"red\"}")))
                .isEqualTo("422 field_unknown");
        assertThat(code(put("/api/v1/items/X", item + ",\"policy\":{\"gtin\":\"4006381333937\"}}")))
                .isEqualTo("422 gtin_check_digit");
        assertThat(code(put("/api/v1/items/Y", item + "}"))).isEqualTo("422 code_differs");
        assertThat(code(put("/api/v1/items/X", item + ",\"name\":\"Y\"}")))
                .isEqualTo("400 json_duplicate_key");
        assertThat(code(put("/api/v1/items/X", "[]"))).isEqualTo("422 body_not_object");
        assertThat(code(put("/api/v1/items/X", item + ",\"policy\":7}")))
                .isEqualTo("422 field_malformed");
        assertThat(code(put(
                        "/api/v1/conversions", "{\"from\":\"x\",\"to\":\"kg\",\"factor\":0.1}")))
                .isEqualTo("400 number_not_exact");
        assertThat(code(put(
                        "/api/v1/locations/NO/A",
                        "{\"site\":\"NO\",\"code\":\"A\",\"name\":\"A\"}")))
                .isEqualTo("422 site_unknown");
        assertThat(code(server.get(rosa, "/api/v1/items/NOWHERE"))).isEqualTo("404 master_unknown");
        assertThat(code(server.put(rosa, "/api/v1/items/X", item + "}", Map.of())))
                .startsWith("403 ");
        assertThat(code(server.get("", "/api/v1/items"))).startsWith("401 ");
        assertThat(server.get(ivo, "/masters/colours").statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_defines_changes_retires_and_says_what_is_wrong() {
        Map<String, String> tank =
                Map.of("code", "TANK 7", "name", "Cream <tank>", "kind", "vessel", "site", "HLF");
        HttpResponse<String> added = server.form(ivo, "/masters/resources", tank);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        String card = added.headers().firstValue("Location").orElseThrow();
        assertThat(server.get(ivo, "/masters/resources/one?key=TANK+7").body())
                .contains("Cream &lt;tank&gt;");
        assertThat(card).contains("TANK+7");
        HttpResponse<String> twice = server.form(ivo, "/masters/resources", tank);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("there is already a resource TANK 7");
        assertThat(server.get(ivo, "/masters/resources/edit?key=TANK+7").body())
                .contains("readonly");
        assertThat(server.form(
                                ivo,
                                "/masters/resources/standing",
                                Map.of("key", "TANK 7", "standing", "RETIRED", "reason", "leaks"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.get(ivo, "/masters/resources?standing=retired").body())
                .contains("TANK 7");
        assertThat(server.get(rosa, "/masters/resources/new").statusCode()).isEqualTo(403);
    }

    @Test
    void a_sheet_is_checked_recorded_and_exported() {
        String sheet = "code;name;country;roles\nS-1;\"=cmd|'x'\";DE;customer\n";
        String path = "/masters/partners/sheet/";
        HttpResponse<String> checked =
                server.file(ivo, path + "check", sheet, Map.of("HX-Request", "true"));
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        assertThat(checked.body()).contains("1 new").doesNotContain("<html");
        assertThat(server.file(ivo, path + "check", sheet, Map.of()).body()).contains("<html");
        assertThat(server.get(ivo, "/api/v1/partners/S-1").statusCode()).isEqualTo(404);
        assertThat(server.file(ivo, path + "record", sheet, Map.of()).body()).contains("Recorded");
        HttpResponse<String> exported = server.get(rosa, "/masters/partners/file?text=S-1");
        assertThat(exported.headers().firstValue("Content-Disposition").orElse(""))
                .contains("partners.csv");
        assertThat(exported.body())
                .isEqualTo("code,name,country,roles,reach,gln,minimum_remaining_days,"
                        + "lots_per_line,presumed_after_days,status_at_receipt,standing\r\n"
                        + "S-1,'=cmd|'x',DE,customer,boundary,,,any,,,active\r\n");
        assertThat(server.file(ivo, path + "check", exported.body(), Map.of()).body())
                .contains("1 as they stand");
        HttpResponse<String> wrong =
                server.file(ivo, path + "record", sheet + "S-2;Two;XX;customer\n", Map.of());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("country_unknown").contains("Nothing was recorded");
    }

    @Test
    void lists_of_every_kind_are_in_the_navigation() {
        String page = server.get(ivo, "/masters/items").body();
        for (String word : new String[] {
            "items",
            "recipes",
            "partners",
            "ship-tos",
            "sites",
            "locations",
            "resources",
            "conversions"
        }) {
            assertThat(page).contains("href=\"/masters/" + word + "\"");
            assertThat(server.get(ivo, "/masters/" + word).statusCode()).isEqualTo(200);
            assertThat(server.get(ivo, "/masters/" + word + "/new").statusCode())
                    .isEqualTo(200);
            assertThat(server.get(ivo, "/masters/" + word + "/sheet").statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> put(String path, String body) {
        return server.put(ivo, path, body, Map.of());
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static String code(HttpResponse<String> response) {
        return response.statusCode() + " "
                + JSON.readTree(response.body()).path("code").asString();
    }
}
