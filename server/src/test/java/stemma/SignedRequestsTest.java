package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Caller;
import stemma.access.Role;
import stemma.identifiers.ActorId;

import java.net.http.HttpRequest.BodyPublishers;

/** A signature is there with what it signs, or not at all. */
class SignedRequestsTest {
    private static ApiPlant plant;
    private static ApiClient quinn;
    private static Refusing refusing;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ApiClient ivo = plant.program();
        refusing = new Refusing(plant);
        for (String number : new String[] {"S-1", "S-2", "S-3"}) {
            Reply reply = ivo.post("/api/v1/events", plant.receipt(plant.id(), number, "5 kg"));
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        }
        quinn = plant.person("quinn", Role.QUALITY);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String signed(String event, String meaning) {
        return event.replace(
                "\"site\"",
                "\"sign\":{\"signer\":\"quinn\",\"password\":\"%s\",\"meaning\":\"%s\"},\"site\""
                        .formatted(ApiPlant.PASSWORD, meaning));
    }

    private static String judged(String lot, String id) {
        return signed("""
                {"event":"judged","id":"%s","site":"MAIN","status":"rejected",
                 "lots":["flour:%s"]}""".formatted(id, lot), "rejected");
    }

    private static String lifted(String id) {
        String event = "{'event':'hold_lifted','id':'%s','site':'MAIN','hold':'H-none'}";
        return signed(event.replace('\'', '"').formatted(id), "lifted");
    }

    private static int signatures() {
        return DatabaseContent.of(plant.database)
                .rows()
                .getOrDefault("signatures.signature", java.util.Map.of())
                .size();
    }

    @Test
    void what_the_ledger_refuses_leaves_one_entry_and_no_signature() {
        String lift = lifted(plant.id());
        refusing.withOneEntry(
                422, "hold_unknown", "H-none", () -> quinn.post("/api/v1/events", lift));
        String taken = plant.id();
        assertThat(quinn.post("/api/v1/judgements", judged("S-1", taken)).status())
                .isEqualTo(201);
        refusing.withOneEntry(
                422,
                "event_id_reused",
                "other content",
                () -> quinn.post("/api/v1/judgements", judged("S-2", taken)));
    }

    @Test
    void of_two_signed_submissions_the_one_that_stands_has_its_signature() {
        int before = signatures();
        String lift = lifted(plant.id());
        Reply reply = quinn.post(
                "/api/v1/events",
                "{\"submissions\":[" + lift + "," + judged("S-2", plant.id()) + "]}");
        assertThat(reply.json().path("answers").path(0).path("code").asString())
                .isEqualTo("hold_unknown");
        assertThat(reply.body()).contains("\"meaning\":\"rejected\"");
        assertThat(signatures()).isEqualTo(before + 1);
    }

    @Test
    void what_is_sent_twice_is_signed_once() {
        int before = signatures();
        String once = judged("S-3", plant.id());
        Reply first = quinn.post("/api/v1/judgements", once);
        Reply again = quinn.post("/api/v1/judgements", once);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(signatures()).isEqualTo(before + 1);
    }

    @Test
    void who_was_disabled_with_the_form_open_signs_nothing_and_is_led_to_the_door() {
        ApiClient quentin = plant.person("quentin", Role.QUALITY);
        Caller ada = plant.caller("aida", Role.ADMINISTRATOR);
        plant.world.access().people().disable(ada.author(), ActorId.of("quentin"), "left");
        refusing.withoutEntry(
                401,
                "sign_in_first",
                "signed in",
                () -> quentin.post("/api/v1/judgements", judged("S-1", plant.id())));
        Reply form = quentin.get("/holds/new?lot=S-1", "Accept", "text/html");
        assertThat(form.status()).isEqualTo(302);
        assertThat(form.raw().headers().firstValue("Location").orElseThrow())
                .contains("/sign-in?from=%2Fholds%2Fnew");
    }

    @Test
    void a_form_that_is_signed_and_refused_leaves_one_entry_too() {
        String event = plant.id();
        String use = plant.id();
        ApiClient ivo = plant.program("ines", Role.RECEIVING, Role.OPERATOR, Role.INTEGRATOR);
        ivo.post("/api/v1/events", plant.receipt(event, "S-4", "5 kg"));
        ivo.post("/api/v1/events", plant.use(use, "flour:S-4", "1 kg"));
        String form = "event=" + plant.id() + "&change=void&reason=typing_error&text=never+came"
                + "&signer=quinn&password=" + ApiPlant.PASSWORD.replace(' ', '+');
        refusing.withOneEntry(
                409,
                "void_has_dependents",
                "used since",
                () -> quinn.send(
                        "POST",
                        "/events/" + event + "/correction",
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "application/problem+json"));
    }
}
