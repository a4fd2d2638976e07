package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.identifiers.EventId;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RepeatedRequestsTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static Refusing refusing;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        refusing = new Refusing(plant);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static Reply event(String sent) {
        return ivo.post("/api/v1/events", sent);
    }

    private static void stands(String sent) {
        Reply reply = event(sent);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    @Test
    void the_same_again_gets_the_first_answer_and_changes_nothing() {
        String sent = plant.receipt(plant.id(), "R-1", "5 kg");
        Reply first = event(sent);
        DatabaseContent before = DatabaseContent.of(plant.database);
        Reply again = event(sent);
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.raw().headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(DatabaseContent.of(plant.database)).isEqualTo(before);
    }

    @Test
    void the_same_id_with_other_content_is_refused() {
        String id = plant.id();
        stands(plant.receipt(id, "R-2", "5 kg"));
        refusing.withOneEntry(
                422, "event_id_reused", id, () -> event(plant.receipt(id, "R-2", "6 kg")));
        refusing.withOneEntry(
                422, "event_id_reused", id, () -> event(plant.receipt(id, "R-2", "NaN")));
    }

    @Test
    void an_id_in_the_space_of_those_that_the_server_derives_is_not_taken_from_a_client() {
        String id = plant.id();
        String derived = EventId.of(id).derived("adjusted/0").toString();
        refusing.withOneEntry(
                422,
                "event_id_invalid",
                derived,
                () -> event(plant.receipt(derived, "R-21", "5 kg")));
        stands(plant.receipt(id, "R-21", "5 kg"));
        stands(plant.receipt(EventId.of(id).beside("another").toString(), "R-22", "5 kg"));
    }

    @Test
    void twenty_who_take_the_last_of_it_get_it_once() throws Exception {
        stands(plant.receipt(plant.id(), "R-3", "1 kg"));
        List<Reply> replies = together(20, () -> plant.use(plant.id(), "flour:R-3", "1 kg"));
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() != 201).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo("not_enough");
        });
    }

    @Test
    void twenty_beeps_of_one_scan_are_one_event() throws Exception {
        String sent = plant.receipt(plant.id(), "R-4", "1 kg");
        List<Reply> replies = together(20, () -> sent);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(ivo.get("/api/v1/lots?item=flour&number=R-4").json().path("lots"))
                .hasSize(1);
    }

    private static List<Reply> together(int many, java.util.function.Supplier<String> sent)
            throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < many; i++) bodies.add(sent.get());
        try (ExecutorService people = Executors.newFixedThreadPool(many)) {
            List<Future<Reply>> asked = new ArrayList<>();
            for (String body : bodies) asked.add(people.submit(() -> event(body)));
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> one : asked) replies.add(one.get());
            return replies;
        }
    }

    @Test
    void each_of_many_is_answered_in_its_place() {
        String birth = plant.id();
        String sent = "{\"submissions\":["
                + String.join(
                        ",",
                        plant.receipt(birth, "R-5", "5 kg"),
                        plant.receipt(plant.id(), "R-6", "NaN kg"),
                        plant.use(plant.id(), "flour:R-5", "9 kg"),
                        plant.use(plant.id(), "flour:R-5", "2 kg"))
                + "]}";
        Reply reply = event(sent);
        assertThat(reply.status()).isEqualTo(200);
        var answers = reply.json().path("answers");
        assertThat(answers).hasSize(4);
        assertThat(answers.path(0).path("answer").asString()).isEqualTo("appended");
        assertThat(answers.path(1).path("code").asString()).isEqualTo("quantity_invalid");
        assertThat(answers.path(2).path("code").asString()).isEqualTo("not_enough");
        assertThat(answers.path(3).path("answer").asString()).isEqualTo("appended");
    }

    @Test
    void a_serial_number_is_given_once_and_a_unit_is_where_it_is() {
        String blower = """
                {"event":"received","id":"%s","site":"MAIN","receipt":"R-7","supplier":"MillCo",
                 "lots":[{"passport":{"item":"blower","number":"D-1","serials":{"prefix":"",
                 "first":0,"digits":0,"texts":["SN-1"]}},"quantity":"1 ea",
                 "to":"at:MAIN/MAIN"}]}""";
        stands(blower.formatted(plant.id()));
        refusing.withOneEntry(
                409, "serial_taken", "SN-1", () -> event(blower.formatted(plant.id())));
        String away = """
                {"event":"moved","id":"%s","site":"MAIN","to":"at:MAIN/MAIN",
                 "lines":[{"lot":"SN-1","quantity":"1 ea","from":"at:MAIN/COLD"}]}""";
        refusing.withOneEntry(409, "serial_elsewhere", "not at COLD", () -> {
            Reply reply = event(away.formatted(plant.id()));
            // Where it is stands at a site that who asks may not see.
            assertThat(reply.body()).doesNotContain("MAIN");
            return reply;
        });
    }

    @Test
    void what_is_held_is_refused_with_the_hold_that_stops_it() {
        stands(plant.receipt(plant.id(), "R-8", "5 kg"));
        stands("""
                {"event":"held","id":"%s","site":"MAIN","hold":"H-8",
                 "reason":{"code":"foreign_body","text":"Glass"},
                 "reach":{"reach":"family","item":"flour","number":"R-8"}}
                """.formatted(plant.id()));
        refusing.withOneEntry(
                409, "lot_is_held", "H-8", () -> event(plant.use(plant.id(), "flour:R-8", "1 kg")));
    }

    @Test
    void a_lot_is_not_made_of_itself_but_by_rework() {
        stands(plant.receipt(plant.id(), "R-9", "5 kg"));
        stands(plant.use(plant.id(), "flour:R-9", "1 kg").replace("WO-1", "WO-9"));
        String made = plant.id();
        stands("""
                {"event":"produced","id":"%s","site":"MAIN","run":"WO-9",
                 "outputs":[{"passport":{"item":"bread","number":"B-9"},"quantity":"4 ea",
                 "to":"at:MAIN/MAIN"}]}""".formatted(made));
        refusing.withOneEntry(
                409,
                "genealogy_cycle",
                "B-9",
                () -> event(plant.use(plant.id(), made + "/0", "1 ea").replace("WO-1", "WO-9")));
    }

    @Test
    void a_program_cannot_sign_and_a_wrong_password_signs_nothing() {
        stands(plant.receipt(plant.id(), "R-10", "5 kg"));
        String judged = """
                {"event":"judged","id":"%s","site":"MAIN","status":"rejected",
                 "lots":["flour:R-10"],
                 "sign":{"signer":"quinn","password":"%s","meaning":"rejected"}}""";
        refusing.withOneEntry(
                403,
                "device_cannot_sign",
                "program",
                () -> event(judged.formatted(plant.id(), ApiPlant.PASSWORD)));
        assertThat(DatabaseContent.of(plant.database).toString()).doesNotContain(ApiPlant.PASSWORD);
        ApiClient quinn = plant.person("quinn", Role.QUALITY);
        Reply wrong = quinn.post("/api/v1/judgements", judged.formatted(plant.id(), "guess"));
        assertThat(wrong.code()).isEqualTo("password_wrong");
        Reply right =
                quinn.post("/api/v1/judgements", judged.formatted(plant.id(), ApiPlant.PASSWORD));
        assertThat(right.status()).as(right.body()).isEqualTo(201);
    }

    @Test
    void without_its_database_the_server_says_not_yet_and_when_to_come_again() {
        try (ApiPlant other = ApiPlant.stocked()) {
            ApiClient client = other.program();
            String sent = other.receipt(other.id(), "R-11", "5 kg");
            other.database.close();
            Reply reply = client.post("/api/v1/events", sent);
            assertThat(reply.status()).as(reply.body()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("not_yet_recorded");
            assertThat(reply.raw().headers().firstValue("Retry-After")).isPresent();
        }
    }
}
