package stemma.access.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.ADMIN;
import static stemma.access.AccessWorld.PASSWORD;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.access.Person;
import stemma.access.Role;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

class DoorTest {
    private static final WebWorld WEB = new WebWorld();

    @BeforeAll
    static void people() {
        WEB.world.person("ada", Role.ADMINISTRATOR);
        WEB.world.person("rosa", Role.RECEIVING);
        WEB.world.person("audra", Role.AUDITOR);
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    @Test
    void a_stranger_is_led_to_sign_in_and_back_to_the_page() {
        var visitor = WEB.visitor();

        HttpResponse<String> led = visitor.get("/trial/receive?x=1");
        assertEquals(302, led.statusCode());
        assertTrue(location(led).endsWith("/sign-in?from=%2Ftrial%2Freceive%3Fx%3D1"));
        HttpResponse<String> back = visitor.post(
                "/sign-in",
                Map.of("code", "rosa", "password", PASSWORD, "from", "/trial/receive?x=1"));

        assertEquals(303, back.statusCode());
        assertTrue(location(back).endsWith("/trial/receive?x=1"), location(back));
        assertEquals("rosa", visitor.get("/trial/receive").body());
    }

    @Test
    void nobody_is_led_to_another_site() {
        for (String from :
                new String[] {"//evil.example", "https://evil.example", "/\\evil", "/{x}"}) {
            HttpResponse<String> back = WEB.visitor()
                    .post("/sign-in", Map.of("code", "rosa", "password", PASSWORD, "from", from));
            assertEquals(303, back.statusCode());
            assertFalse(location(back).contains("evil"), from);
        }
    }

    @Test
    void signing_in_gives_a_new_secret_in_a_strict_cookie() {
        var visitor = WEB.visitor();
        visitor.setCookie("stemma", "planted");
        HttpResponse<String> response = visitor.signIn("rosa", PASSWORD);

        String cookie = response.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("stemma="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertNotEquals("planted", visitor.cookie("stemma"));
        assertEquals(303, visitor.post("/sign-out", Map.of()).statusCode());
        assertEquals(302, visitor.get("/me").statusCode());
    }

    @Test
    void a_wrong_password_shows_the_form_again_without_it() {
        HttpResponse<String> again = WEB.visitor().signIn("audra", "not the password");

        assertEquals(401, again.statusCode());
        assertTrue(again.body().contains("do not belong together"));
        assertFalse(again.body().contains("not the password"));
    }

    @Test
    void who_lacks_the_permission_is_refused_and_the_attempt_is_audited() {
        var audra = WEB.visitor();
        audra.signIn("audra", PASSWORD);
        HttpResponse<String> refused = audra.get("/trial/receive");

        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("Your roles do not allow you to receive goods."));
        assertTrue(refused.body().contains("Nothing was recorded."));
        String entry = WEB.world.trail().getLast();
        assertTrue(entry.contains("\"subject\":\"GET /trial/receive\""), entry);
        assertTrue(entry.contains("\"code\":\"permission_missing\""), entry);
        assertEquals(403, audra.get("/people").statusCode());
    }

    @Test
    void what_no_rule_names_does_not_exist_and_wrong_verbs_say_so() {
        var rosa = WEB.visitor();
        rosa.signIn("rosa", PASSWORD);

        assertEquals(404, rosa.get("/nothing/here").statusCode());
        assertEquals(404, rosa.get("/error").statusCode());
        HttpResponse<String> wrong = rosa.post("/trial/receive", Map.of());
        assertEquals(405, wrong.statusCode());
        assertEquals("GET", wrong.headers().firstValue("Allow").orElse(""));
        assertEquals(302, WEB.visitor().get("/nothing/here").statusCode());
    }

    @Test
    void a_form_without_its_token_or_from_another_site_does_nothing() {
        var rosa = WEB.visitor();
        rosa.signIn("rosa", PASSWORD);

        HttpResponse<String> untokened = rosa.post("/sign-out", Map.of("_csrf", "made up"));
        assertEquals(403, untokened.statusCode());
        assertTrue(untokened.body().contains("form_expired"));
        HttpResponse<String> foreign =
                rosa.post("/sign-out", Map.of(), "Sec-Fetch-Site", "cross-site");
        assertEquals(403, foreign.statusCode());
        assertTrue(foreign.body().contains("cross_site_request"));
        assertEquals(200, rosa.get("/me").statusCode());
    }

    @Test
    void a_program_with_a_token_is_told_problems_as_json() {
        Caller ivo = integrator();
        String token = WEB.world
                .access
                .tokens()
                .issue(ivo, "erp", Set.of(Permission.RECEIVE), Duration.ofDays(9))
                .secret();
        var program = WEB.visitor();

        HttpResponse<String> without = program.get("/api/v1/me");
        assertEquals(401, without.statusCode());
        assertTrue(without.headers().firstValue("WWW-Authenticate").isPresent());
        HttpResponse<String> wrong = program.get("/api/v1/me", "Authorization", "Bearer stm_no");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("\"code\":\"token_refused\""));
        String bearer = "Bearer " + token;
        HttpResponse<String> who = program.get("/api/v1/me", "Authorization", bearer);
        assertEquals(200, who.statusCode());
        assertTrue(who.body().contains("\"permissions\":[\"RECEIVE\"]"), who.body());

        HttpResponse<String> malformed = program.postJson(
                "/api/v1/trial", "{\"lot\":\"A\\u202eB\"}", "Authorization", bearer);
        assertEquals(422, malformed.statusCode());
        assertTrue(malformed.body().contains("\"code\":\"illegal_character\""), malformed.body());
        assertTrue(malformed.body().contains("\"notRecorded\":\"Nothing was recorded.\""));
        assertEquals(
                "application/problem+json",
                malformed.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<String> broken =
                program.postJson("/api/v1/trial", "{\"lot\":", "Authorization", bearer);
        assertEquals(400, broken.statusCode());
        assertTrue(broken.body().contains("\"line\":\"1\""), broken.body());
        HttpResponse<String> kind =
                program.post("/api/v1/trial", Map.of(), "Authorization", bearer);
        assertEquals(415, kind.statusCode());
    }

    @Test
    void a_fault_shows_a_reference_and_never_its_cause() {
        var rosa = WEB.visitor();
        rosa.signIn("rosa", PASSWORD);
        try (Overheard log = new Overheard("stemma.shell.web.ProblemAnswers")) {
            HttpResponse<String> fault = rosa.get("/trial/fault");

            assertEquals(500, fault.statusCode());
            assertTrue(fault.body().contains("R-"), fault.body());
            assertFalse(fault.body().contains("secret inner words"));
            assertFalse(fault.body().contains("IllegalState"));
            var told = log.events().getFirst();
            assertEquals("secret inner words", told.getThrowableProxy().getMessage());
            String reference = told.getArgumentArray()[0].toString();
            assertTrue(fault.body().contains(reference), fault.body());
        }
    }

    @Test
    void every_answer_carries_the_strict_headers() {
        for (String path : new String[] {"/sign-in", "/me", "/static/shell/base.css", "/nothing"}) {
            HttpResponse<String> answer = WEB.visitor().get(path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), path);
            assertFalse(policy.contains("unsafe"), path);
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""));
        }
    }

    @Test
    void the_administrator_adds_a_person_who_chooses_the_password() {
        var ada = WEB.visitor();
        ada.signIn("ada", PASSWORD);
        HttpResponse<String> added = ada.post(
                "/people",
                Map.of(
                        "code",
                        "sena",
                        "name",
                        "Sena <b>Ship</b>",
                        "role",
                        "SHIPPING",
                        "sites",
                        "NORTH, SOUTH"));
        assertEquals(200, added.statusCode());
        assertTrue(added.body().contains("Sena &lt;b&gt;Ship&lt;/b&gt; is invited"));
        int start = added.body().indexOf("invite-");
        String invitation = added.body().substring(start, added.body().indexOf('<', start));

        var sena = WEB.visitor();
        HttpResponse<String> in =
                sena.post("/invitation", Map.of("invitation", invitation, "password", PASSWORD));
        assertEquals(303, in.statusCode());
        String me = sena.get("/me").body();
        assertTrue(me.contains("Shipping at NORTH") && me.contains("Shipping at SOUTH"));

        Person person = WEB.world.access.people().all().stream()
                .filter(one -> one.code().equals("sena"))
                .findFirst()
                .orElseThrow();
        String path = "/people/" + person.actor().code() + "/disabled";
        HttpResponse<String> disabled = ada.post(path, Map.of("reason", "left"));
        assertEquals(303, disabled.statusCode());
        assertTrue(ada.get("/people/" + person.actor().code()).body().contains("is disabled"));
        assertEquals(302, sena.get("/me").statusCode());
    }

    private static Caller integrator() {
        WEB.world.person("ivo", Role.INTEGRATOR);
        return WEB.world.access.sessions().signIn("ivo", PASSWORD, "test").caller();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_person_whose_password_was_reset_is_out_at_once() {
        Person otto = WEB.world.person("otto", Role.OPERATOR);
        var browser = WEB.visitor();
        browser.signIn("otto", PASSWORD);
        assertEquals(200, browser.get("/me").statusCode());

        WEB.world.access.people().invite(ADMIN, otto.actor(), "forgotten");

        assertEquals(302, browser.get("/me").statusCode());
    }
}
