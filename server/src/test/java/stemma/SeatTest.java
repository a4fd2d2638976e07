package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an auditor is shown whose seat is limited by item, site and time. */
class SeatTest {
    private static ApiPlant plant;
    private static ApiClient vera;
    private static String mixed;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        plant.site("YORK", "DOCK");
        ApiClient program = plant.program();
        program.post("/api/v1/events", plant.receipt(plant.id(), "F-101", "500 kg"));
        mixed = plant.id();
        program.post("/api/v1/events", """
                {"event":"received","id":"%s","site":"MAIN","receipt":"R-MIXED","supplier":"MillCo",
                 "lots":[{"passport":{"item":"flour","number":"F-200"},"quantity":"9 kg",
                          "to":"at:MAIN/MAIN"},
                         {"passport":{"item":"salt","number":"S-200"},"quantity":"7 kg",
                          "to":"at:MAIN/MAIN"}]}""".formatted(mixed));
        program.post("/api/v1/events", plant.use(plant.id(), "F-101", "20 kg"));
        program.post("/api/v1/events", """
                {"event":"produced","id":"%s","site":"MAIN","run":"WO-1",
                 "outputs":[{"passport":{"item":"bread","number":"B-1"},"quantity":"40 ea",
                             "to":"at:MAIN/MAIN"}]}""".formatted(plant.id()));
        program.post("/api/v1/events", """
                {"event":"received","id":"%s","site":"YORK","receipt":"R-YORK","supplier":"MillCo",
                 "lots":[{"passport":{"item":"flour","number":"Y-1"},"quantity":"5 kg",
                          "to":"at:YORK/DOCK"}]}""".formatted(plant.id()));
        plant.world.sealer().seal();
        vera = plant.visitor("vera", Seats.of("fl*"), "MAIN");
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String lot(String number) {
        var lots = vera.get("/api/v1/seat/lots?item=flour").json().path("lots");
        for (var lot : lots)
            if (lot.path("number").asString().equals(number))
                return lot.path("id").asString();
        throw new AssertionError(number + " is not among " + lots);
    }

    @Test
    void the_seat_says_what_it_holds_and_the_lots_are_those_of_its_items_and_sites() {
        assertThat(vera.get("/").raw().headers().firstValue("Location").orElse(""))
                .endsWith("/seat");
        assertThat(vera.get("/seat").body())
                .contains("fl*", "MAIN", "1 Jan 2000", "item=flour")
                .doesNotContain("salt", "bread", "YORK");
        assertThat(vera.get("/seat/lots?item=flour").body())
                .contains("F-101", "F-200")
                .doesNotContain("Y-1", "S-200");
        assertThat(vera.get("/seat/lots?item=salt").body()).doesNotContain("S-200");
        assertThat(vera.get("/seat/lots/" + salt()).status()).isEqualTo(404);
    }

    private static String salt() {
        return mixed + "/1";
    }

    @Test
    void what_a_lot_went_into_is_counted_and_not_named() {
        var page = vera.get("/seat/lots/" + lot("F-101"));
        assertThat(page.body())
                .contains("F-101", "received", "consumed", "1 lot that is not of your seat")
                .doesNotContain("B-1", "bread");
        var json = vera.get("/api/v1/seat/lots/" + lot("F-101")).json();
        assertThat(json.path("wentInto").path("otherLots").asInt()).isEqualTo(1);
        assertThat(json.path("wentInto").path("lots")).isEmpty();
        assertThat(json.path("otherEntries").asInt()).isZero();
        assertThat(json.path("entries")).hasSize(2);
    }

    @Test
    void an_entry_that_also_names_other_items_is_told_without_them() {
        String page = vera.get("/seat/entries/" + mixed).body();
        assertThat(page)
                .contains("received", "flour", "it also names 1 other item and 0 other sites")
                .doesNotContain("S-200", "salt", "R-MIXED", "7 kg");
        String file = new String(vera.file("/seat/entries.csv").body(), StandardCharsets.UTF_8);
        assertThat(file).contains("F-101", mixed, "fl*").doesNotContain("S-200", "B-1", "Y-1");
    }

    @Test
    void a_window_without_the_entries_has_no_lots_and_no_entries() {
        ApiClient old = plant.visitor("olga", Seats.before("*"));
        assertThat(old.get("/api/v1/seat/lots?item=flour").json().path("lots")).isEmpty();
        assertThat(old.get("/api/v1/seat/entries").json().path("entries")).isEmpty();
        assertThat(old.get("/seat/lots/" + lot("F-101")).status()).isEqualTo(404);
        assertThat(old.get("/seat/entries/" + mixed).status()).isEqualTo(404);
    }

    @Test
    void every_other_door_is_shut_to_pages_and_programs() {
        for (String path : List.of(
                "/lots/flour/F-101",
                "/trail",
                "/trace?lot=F-101",
                "/find?q=F-101",
                "/proven",
                "/masters/items",
                "/api/v1/lots?number=F-101",
                "/resets",
                "/trail.csv")) assertThat(vera.get(path).status()).as(path).isEqualTo(403);
        assertThat(vera.post("/api/v1/events/preview", "{}").status()).isEqualTo(403);
    }

    @Test
    void an_invitation_names_the_seat_or_there_is_none() {
        ApiClient ada = plant.person("adele", Role.ADMINISTRATOR);
        assertThat(invite(ada, "zoe", "&role=VISITING_AUDITOR&since=2026-05-01&until=2026-05-02")
                        .body())
                .contains("seat names items", "soup-*");
        assertThat(invite(ada, "zoe", "&role=VISITING_AUDITOR&items=flour&since=2026-05-01")
                        .body())
                .contains("a first and a last day");
        String seat = "&items=flour&since=2026-05-01&until=2026-05-31";
        assertThat(invite(
                                ada,
                                "zoe",
                                "&role=VISITING_AUDITOR&items=flour"
                                        + "&since=2026-05-02&until=2026-04-01")
                        .status())
                .isEqualTo(422);
        assertThat(invite(ada, "zoe", "&role=VISITING_AUDITOR&role=QUALITY" + seat)
                        .status())
                .isEqualTo(422);
        assertThat(ada.get("/people").body()).doesNotContain("zoe");
        assertThat(invite(ada, "zoe", "&role=VISITING_AUDITOR&sites=MAIN" + seat)
                        .body())
                .contains("is invited");
        String people = ada.get("/people").body();
        String actor = people.replaceFirst("(?s).*/people/(P-[0-9A-F]+)\">Zoe.*", "$1");
        assertThat(ada.get("/people/" + actor).body())
                .contains("value=\"flour\"", "value=\"2026-05-31\"");
        String form = "_csrf=" + ada.formToken() + "&items=salt&since=2026-01-01&until=2026-01-31";
        post(ada, "/people/" + actor + "/seat", form + "&reason=The+plan+changed");
        String trail = ada.get("/trail?action=seat+given&order=oldest").body();
        assertThat(trail).contains("person " + actor, "The plan changed", "salt");
    }

    @Test
    void who_has_the_role_and_no_seat_sees_nothing() {
        ApiClient nina = plant.person("nina", Role.VISITING_AUDITOR);
        assertThat(nina.get("/seat").body()).contains("does not say yet what it holds");
        assertThat(nina.get("/api/v1/seat/entries").json().path("code").asString())
                .isEqualTo("seat_missing");
    }

    private static ApiClient.Reply invite(ApiClient ada, String name, String rest) {
        return post(
                ada,
                "/people",
                "_csrf=" + ada.formToken() + "&name=Zoe+Example&code=" + name + rest);
    }

    private static ApiClient.Reply post(ApiClient client, String path, String form) {
        return client.post(path, form, "Content-Type", "application/x-www-form-urlencoded");
    }
}
