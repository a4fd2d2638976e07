package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.Standing;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

/** Equipment by person and by program: who tells, who verifies, who sees it. */
class UpkeepTest {
    private static final SiteCode MAIN = new SiteCode("MAIN");
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static ApiClient quinn;
    private static ApiClient otto;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        otto = plant.person("otto", Role.OPERATOR);
        for (String code : new String[] {"KETTLE-7", "SCALE-7", "SCALE-8"})
            plant.define(Resource.of(new ResourceCode(code), code, ResourceKind.TOOL, MAIN));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static Reply tell(ApiClient who, String resource, String entry) {
        return who.post(
                "/api/v1/upkeep/entries",
                "{\"id\":\"" + plant.id() + "\",\"resource\":\"" + resource + "\","
                        + entry.replace('\'', '"') + "}");
    }

    private static String told(ApiClient who, String resource, String entry) {
        Reply reply = tell(who, resource, entry);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().path("id").asString("");
    }

    private static void refused(Reply reply, String code) {
        assertThat(reply.json().path("code").asString("")).as(reply.body()).isEqualTo(code);
    }

    private static String cleaned(ApiClient who, String resource) {
        String id = plant.id();
        Reply reply = who.post("/api/v1/events", """
                {"event":"cleaned","id":"%s","site":"MAIN","resource":"%s","hazards":["milk"],
                 "method":"CIP-4","kind":"changeover",
                 "agent":"caustic","agentLot":"NA-7"}
                """.formatted(id, resource));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
        return id;
    }

    @Test
    void a_cleaning_is_verified_once_by_another_person_with_a_password() {
        String cleaning = cleaned(otto, "KETTLE-7");
        String verified = "'entry':'verified','cleaning':'" + cleaning + "'";
        String signed = verified + ",'signer':'quinn','password':'" + ApiPlant.PASSWORD + "'";
        refused(tell(quinn, "KETTLE-7", verified), "signature_missing");
        refused(tell(ivo, "KETTLE-7", signed), "device_cannot_sign");
        refused(tell(otto, "KETTLE-7", signed.replace("quinn", "otto")), "verified_by_its_cleaner");
        refused(tell(quinn, "SCALE-7", signed), "cleaning_unknown");
        Reply done = tell(quinn, "KETTLE-7", signed);
        assertThat(done.json().path("signature").path("meaning").asString(""))
                .isEqualTo("reviewed");
        refused(tell(quinn, "KETTLE-7", signed), "entry_settled");
        assertThat(quinn.get("/upkeep/resource?code=KETTLE-7").body())
                .contains("changeover, CIP-4, caustic lot NA-7, of milk", "signed by");
    }

    @Test
    void an_entry_sent_twice_stands_once_and_is_annulled_by_who_may_correct() {
        String body = """
                {"id":"%s","resource":"SCALE-7","entry":"maintained","work":"Oiled"}
                """.formatted(plant.id());
        assertThat(otto.post("/api/v1/upkeep/entries", body).status()).isEqualTo(201);
        assertThat(otto.post("/api/v1/upkeep/entries", body).status()).isEqualTo(201);
        refused(
                otto.post("/api/v1/upkeep/entries", body.replace("Oiled", "Greased")),
                "event_id_reused");
        String first = otto.get("/api/v1/upkeep/log?resource=SCALE-7")
                .json()
                .path("log")
                .path(0)
                .path("entry")
                .asString("");
        String annulled = "'entry':'annulled','which':'" + first + "','reason':'Another scale.'";
        refused(tell(otto, "SCALE-7", annulled), "permission_missing");
        told(quinn, "SCALE-7", annulled);
        var log = quinn.get("/api/v1/upkeep/log?resource=SCALE-7").json();
        assertThat(log.has("maintenance")).isFalse();
        assertThat(log.path("log").size()).isEqualTo(2);
    }

    @Test
    void what_was_made_with_a_scale_found_bad_leads_from_its_log_to_the_hold() {
        told(ivo, "SCALE-8", """
                'at':'2026-05-01T06:00:00Z','entry':'calibrated','asFound':'passed',
                'asLeft':'passed','certificate':'C-1','calibratedBy':'M',
                'validUntil':'2099-01-01'""");
        Reply made = ivo.post("/api/v1/events", """
                {"event":"produced","id":"%s","site":"MAIN",
                 "run":{"id":"W-88","kind":"production","basis":"none"},
                 "resources":[{"resource":"SCALE-8","role":"scale"}],
                 "outputs":[{"passport":{"item":"bread","number":"B-88"},"quantity":"9 ea",
                             "to":"at:MAIN/MAIN"}]}""".formatted(plant.id()));
        assertThat(made.status()).as(made.body()).isLessThan(300);
        String bad = told(ivo, "SCALE-8", """
                'entry':'calibrated','asFound':'failed','asLeft':'failed',
                'certificate':'C-2','calibratedBy':'M'""");
        assertThat(quinn.get("/upkeep/resource?code=SCALE-8").body())
                .contains("/upkeep/suspects?id=" + bad);
        String page = quinn.get("/upkeep/suspects?id=" + bad).body();
        assertThat(page).contains("B-88", "/holds/new?root=resource%3ASCALE-8");
        String hold = page.substring(page.indexOf("/holds/new?root="));
        Reply form = quinn.get(hold.substring(0, hold.indexOf('"')));
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("SCALE-8");
        assertThat(quinn.get("/lots/card?lot=B-88").body())
                .contains("Equipment, as it stood at use", "until 2099-01-01, C-1");
        assertThat(quinn.get("/").body()).contains("Overdue upkeep", "SCALE-8");
        ApiClient york = yorker();
        assertThat(york.get("/upkeep/suspects?id=" + bad).status()).isEqualTo(404);
        assertThat(york.get("/upkeep/resource?code=SCALE-8").status()).isEqualTo(404);
        assertThat(york.get("/upkeep").body()).doesNotContain("SCALE-8");
        assertThat(york.get("/").body()).doesNotContain("SCALE-8");
        refused(tell(york, "SCALE-8", "'entry':'maintained','work':'Oiled'"), "equipment_unknown");
    }

    private static ApiClient yorker() {
        plant.site("YORK", "DOCK");
        return plant.personAt("YORK", "yolanda", Role.QUALITY);
    }

    @Test
    void what_is_asked_of_a_kind_is_set_by_who_keeps_the_masters_everywhere() {
        String body = """
                {"id":"%s","kind":"roll","demands":["clean"],"reason":"P-1"}
                """.formatted(plant.id());
        refused(otto.post("/api/v1/upkeep/requirements", body), "permission_missing");
        refused(yorkers().post("/api/v1/upkeep/requirements", body), "permission_missing");
        assertThat(quinn.post("/api/v1/upkeep/requirements", body).status()).isEqualTo(201);
        assertThat(quinn.get("/upkeep/requirements").body()).contains("every roll: clean");
    }

    private static Reply madeWith(String resource, String number) {
        return ivo.post("/api/v1/events", """
                {"event":"produced","id":"%s","site":"MAIN",
                 "run":{"id":"W-%s","kind":"production","basis":"none"},
                 "resources":[{"resource":"%s","role":"scale"}],
                 "outputs":[{"passport":{"item":"bread","number":"B-%s"},"quantity":"9 ea",
                             "to":"at:MAIN/MAIN"}]}
                """.formatted(plant.id(), number, resource, number));
    }

    @Test
    void equipment_taken_out_of_use_stands_under_all_that_is_asked_of_it() {
        Resource scale =
                Resource.of(new ResourceCode("SCALE-9"), "Scale", ResourceKind.VESSEL, MAIN);
        plant.define(scale);
        String required = """
                {"id":"%s","resource":"SCALE-9","demands":["calibrated"],"reason":"P-1"}
                """.formatted(plant.id());
        assertThat(quinn.post("/api/v1/upkeep/requirements", required).status()).isEqualTo(201);
        refused(madeWith("SCALE-9", "901"), "resource_out_of_calibration");
        plant.define(scale.with(Standing.RETIRED));
        refused(madeWith("SCALE-9", "902"), "resource_out_of_calibration");
        refused(madeWith("SCALE-09", "903"), "fitness_unknown");
    }

    private static ApiClient yorkers() {
        plant.site("LEEDS", "DOCK");
        return plant.personAt("LEEDS", "lou", Role.QUALITY);
    }
}
