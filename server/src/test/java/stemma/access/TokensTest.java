package stemma.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.ADMIN;
import static stemma.access.AccessWorld.PASSWORD;
import static stemma.access.Refusals.code;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class TokensTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private final AccessWorld world = new AccessWorld();
    private final Tokens tokens = world.access.tokens();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_token_does_no_more_than_its_scope_and_its_owner_may() {
        Caller ivo = integrator();
        String secret =
                tokens.issue(ivo, "erp", Set.of(Permission.RECEIVE), MONTH).secret();
        Caller program = tokens.caller(secret).orElseThrow();

        assertTrue(secret.startsWith("stm_"));
        assertTrue(program.may(Permission.RECEIVE));
        assertFalse(program.may(Permission.SHIP));
        assertEquals("erp", program.author().device());
        world.access.people().assign(ADMIN, ivo.actor(), List.of(), "project over");
        assertFalse(tokens.caller(secret).orElseThrow().may(Permission.RECEIVE));
    }

    @Test
    void a_token_is_issued_to_who_says_once_more_who_it_is() {
        Caller ivo = integrator();
        Set<Permission> scope = Set.of(Permission.SEE_RECORD);
        assertEquals(
                "password_wrong",
                code(() -> world.access.issueToken(ivo, "a guess at it", "erp", scope, MONTH)));
        assertEquals(List.of(), tokens.of(ivo.actor()));
        String secret =
                world.access.issueToken(ivo, PASSWORD, "erp", scope, MONTH).secret();
        assertTrue(tokens.caller(secret).isPresent());
    }

    @Test
    void a_token_ends_by_itself_by_revocation_and_with_its_owner() {
        Caller ivo = integrator();
        Set<Permission> scope = Set.of(Permission.SEE_RECORD);
        String ends = tokens.issue(ivo, "ends", scope, Duration.ofDays(1)).secret();
        IssuedToken revoked = tokens.issue(ivo, "revoked", scope, MONTH);
        String owned = tokens.issue(ivo, "owned", scope, MONTH).secret();

        world.clock.pass(Duration.ofDays(1));
        tokens.revoke(ivo, revoked.token().id());
        assertTrue(tokens.caller(ends).isEmpty());
        assertTrue(tokens.caller(revoked.secret()).isEmpty());
        assertTrue(tokens.caller(owned).isPresent());
        world.access.people().disable(ADMIN, ivo.actor(), "left");

        assertTrue(tokens.caller(owned).isEmpty());
        assertTrue(tokens.caller("stm_guess").isEmpty());
        assertTrue(tokens.caller("").isEmpty());
    }

    @Test
    void a_token_is_never_given_what_a_program_must_not_do() {
        Caller ivo = integrator();
        world.person("quinn", Role.QUALITY);
        Caller quinn = world.access.sessions().signIn("quinn", PASSWORD, "test").caller();

        assertEquals(
                "device_cannot_sign",
                code(() -> tokens.issue(quinn, "x", Set.of(Permission.SIGN), MONTH)));
        assertEquals(
                "permission_missing",
                code(() -> tokens.issue(ivo, "x", Set.of(Permission.JUDGE), MONTH)));
        assertEquals("scope_missing", code(() -> tokens.issue(ivo, "x", Set.of(), MONTH)));
        assertEquals(
                "life_too_long",
                code(() ->
                        tokens.issue(ivo, "x", Set.of(Permission.RECEIVE), Duration.ofDays(4000))));
        String secret =
                tokens.issue(ivo, "x", Set.of(Permission.RECEIVE), MONTH).secret();
        Caller program = tokens.caller(secret).orElseThrow();
        assertEquals(
                "token_cannot_issue",
                code(() -> tokens.issue(program, "y", Set.of(Permission.RECEIVE), MONTH)));
    }

    @Test
    void nobody_revokes_the_token_of_another() {
        Caller ivo = integrator();
        long id = tokens.issue(ivo, "erp", Set.of(Permission.RECEIVE), MONTH)
                .token()
                .id();
        world.person("otto", Role.OPERATOR);
        Caller otto = world.access.sessions().signIn("otto", PASSWORD, "test").caller();

        assertEquals("token_unknown", code(() -> tokens.revoke(otto, id)));
        assertEquals("token_unknown", code(() -> tokens.revoke(otto, id + 1)));
    }

    private Caller integrator() {
        world.person("ivo", Role.INTEGRATOR);
        return world.access.sessions().signIn("ivo", PASSWORD, "test").caller();
    }
}
