package stemma.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.ADMIN;
import static stemma.access.AccessWorld.PASSWORD;
import static stemma.access.Refusals.code;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import stemma.shell.Refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SignInTest {
    private final AccessWorld world = new AccessWorld();
    private final Access access = world.access;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoever_has_the_console_token_becomes_the_administrator_once() {
        String token = access.firstVisit().orElseThrow().token();

        assertEquals("first_token_wrong", code(() -> first("first-guess", "ada")));
        assertTrue(access.people().isEmpty());
        Caller ada = first(token, "ada").caller();

        assertTrue(ada.may(Permission.ADMINISTER_PEOPLE));
        assertTrue(access.firstVisit().isEmpty());
        assertEquals("first_visit_over", code(() -> first(token, "eve")));
    }

    @Test
    void the_administrator_can_neither_make_nor_sign_a_record() {
        Caller ada = first(access.firstVisit().orElseThrow().token(), "ada").caller();

        for (Permission permission : ada.grants().permissions()) {
            assertEquals(false, permission.makesRecords(), permission.name());
        }
        assertEquals("permission_missing", code(() -> ada.require(Permission.SIGN)));
    }

    @Test
    void every_sign_in_gets_a_new_session_and_sign_out_ends_it() {
        world.person("quinn", Role.QUALITY);
        Opened one = access.sessions().signIn("quinn", PASSWORD, "test");
        Opened two = access.sessions().signIn(" Quinn ", PASSWORD, "test");

        assertNotEquals(one.secret(), two.secret());
        access.sessions().signOut(one.secret(), one.caller());

        assertTrue(access.sessions().resume(one.secret(), "test").isEmpty());
        assertTrue(access.sessions().resume(two.secret(), "test").isPresent());
    }

    @Test
    void wrong_code_and_wrong_password_are_refused_alike() {
        world.person("quinn", Role.QUALITY);

        assertEquals("sign_in_refused", code(() -> signIn("quinn", "wrong password here")));
        assertEquals("sign_in_refused", code(() -> signIn("nobody", "wrong password here")));
        assertEquals("sign_in_refused", code(() -> signIn("", "")));
    }

    @Test
    void after_five_wrong_passwords_each_next_one_waits_twice_as_long() {
        world.person("quinn", Role.QUALITY);
        for (String name : List.of("quinn", "nobody")) {
            for (int i = 0; i < 5; i++) {
                assertEquals("sign_in_refused", code(() -> signIn(name, "wrong password here")));
            }
            assertEquals("sign_in_delayed", code(() -> signIn(name, PASSWORD)), name);
            world.clock.pass(Duration.ofSeconds(2));
            assertEquals("sign_in_refused", code(() -> signIn(name, "wrong password here")));
            world.clock.pass(Duration.ofSeconds(3));
            assertEquals("sign_in_delayed", code(() -> signIn(name, PASSWORD)), name);
            world.clock.pass(Duration.ofSeconds(1));
        }
        assertEquals("quinn", signIn("quinn", PASSWORD).caller().actor().code());
        assertEquals("sign_in_refused", code(() -> signIn("quinn", "wrong password here")));
    }

    @Test
    void guesses_made_at_once_are_counted_one_by_one() throws Exception {
        world.person("quinn", Role.QUALITY);
        List<Callable<String>> guesses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String guess = "wrong password " + i;
            guesses.add(() -> code(() -> signIn("quinn", guess)));
        }
        try (var threads = Executors.newFixedThreadPool(10)) {
            int looked = 0;
            for (Future<String> answer : threads.invokeAll(guesses)) {
                if (answer.get().equals("sign_in_refused")) looked++;
            }
            assertEquals(5, looked);
        }
    }

    @Test
    void a_session_ends_by_disuse_and_by_age() {
        world.person("quinn", Role.QUALITY);
        String idle = signIn("quinn", PASSWORD).secret();
        world.clock.pass(Duration.ofMinutes(119));
        assertTrue(access.sessions().resume(idle, "test").isPresent());
        world.clock.pass(Duration.ofMinutes(120));
        assertTrue(access.sessions().resume(idle, "test").isEmpty());

        String used = signIn("quinn", PASSWORD).secret();
        for (int hour = 1; hour < 14; hour++) {
            world.clock.pass(Duration.ofHours(1));
            assertTrue(access.sessions().resume(used, "test").isPresent(), "hour " + hour);
        }
        world.clock.pass(Duration.ofHours(1));
        assertTrue(access.sessions().resume(used, "test").isEmpty());
    }

    @Test
    void a_disabled_persons_session_ends_at_once() {
        Person quinn = world.person("quinn", Role.QUALITY);
        String secret = signIn("quinn", PASSWORD).secret();

        access.people().disable(ADMIN, quinn.actor(), "left the firm");

        assertTrue(access.sessions().resume(secret, "test").isEmpty());
        assertEquals("sign_in_refused", code(() -> signIn("quinn", PASSWORD)));
    }

    @Test
    void a_new_password_ends_every_other_session() {
        world.person("quinn", Role.QUALITY);
        Opened old = signIn("quinn", PASSWORD);
        String chosen = "the tide comes in late";

        assertEquals(
                "password_wrong",
                code(() -> access.changePassword(old.caller(), "not the old one", chosen)));
        assertEquals(
                "password_too_weak",
                code(() -> access.changePassword(old.caller(), PASSWORD, "quinn quinn quinn")));
        Opened now = access.changePassword(old.caller(), PASSWORD, chosen);

        assertTrue(access.sessions().resume(old.secret(), "test").isEmpty());
        assertTrue(access.sessions().resume(now.secret(), "test").isPresent());
        assertEquals("sign_in_refused", code(() -> signIn("quinn", PASSWORD)));
    }

    @Test
    void a_refusal_says_how_long_to_wait() {
        world.person("quinn", Role.QUALITY);
        for (int i = 0; i < 5; i++) code(() -> signIn("quinn", "wrong password here"));
        try {
            signIn("quinn", PASSWORD);
        } catch (Refused refused) {
            assertEquals(429, refused.problem().status());
            assertTrue(refused.problem().details().containsKey("retryAfterSeconds"));
        }
    }

    private Opened signIn(String code, String password) {
        return access.sessions().signIn(code, password, "test");
    }

    private Opened first(String token, String code) {
        return access.createFirstAdministrator(token, code, "Ada Admin", PASSWORD, "test");
    }
}
