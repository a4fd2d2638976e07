package stemma.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.ADMIN;
import static stemma.access.AccessWorld.PASSWORD;
import static stemma.access.Refusals.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.AccessWorld;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.access.Person;
import stemma.access.Role;
import stemma.journal.Rounds;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class SignaturesTest {
    private static final byte[] SHOWN = "lot F-101 released".getBytes(UTF_8);
    private final AccessWorld world = new AccessWorld();
    private final Signatures signatures =
            new Signatures(world.database.app(), world.clock, world.audit, world.access);

    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(world.database.app()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_signature_binds_person_name_meaning_moment_and_content() {
        Caller quinn = caller("quinn", Role.QUALITY);
        Signature signature = sign(quinn, PASSWORD);

        assertEquals("Quinn Example", signature.name());
        assertEquals("released", signature.meaning());
        assertEquals(world.clock.now(), signature.at());
        assertEquals(Verdict.INTACT, signatures.verify(signature, SHOWN));
        assertEquals(
                Verdict.CHANGED_AFTER_SIGNING,
                signatures.verify(signature, "lot F-102 released".getBytes(UTF_8)));
        Signature lifted = new Signature(
                signature.signer(),
                signature.name(),
                "rejected",
                signature.at(),
                signature.digest());
        assertEquals(Verdict.NOT_GIVEN_HERE, signatures.verify(lifted, SHOWN));
    }

    @Test
    void what_is_offered_and_not_given_is_no_signature() {
        Caller quinn = caller("quinn", Role.QUALITY);
        int before = world.trail().size();
        Offered offered = offer(quinn, PASSWORD);
        transactions.executeWithoutResult(transaction -> {
            offered.give();
            transaction.setRollbackOnly();
        });
        assertEquals(Verdict.NOT_GIVEN_HERE, signatures.verify(offered.signature(), SHOWN));
        Assertions.assertThrows(IllegalStateException.class, offered::give);
        assertEquals(Verdict.NOT_GIVEN_HERE, signatures.verify(offered.signature(), SHOWN));
        assertEquals(before, world.trail().size());
    }

    @Test
    void the_printed_name_of_that_day_stays_when_the_person_is_forgotten() {
        Caller quinn = caller("quinn", Role.QUALITY);
        Signature signature = sign(quinn, PASSWORD);

        world.access.people().eraseName(ADMIN, quinn.actor(), "asked for it");

        assertEquals(Verdict.INTACT, signatures.verify(signature, SHOWN));
    }

    @Test
    void a_signature_that_was_changed_or_made_in_the_table_is_found() {
        sign(caller("quinn", Role.QUALITY), PASSWORD);
        Rounds rounds = new Rounds(world.clock, List.of(signatures.invariant()), Optional.empty());
        rounds.whole();
        assertEquals(0, rounds.checked().getFirst().found());
        for (String change : List.of(
                "meaning = 'rejected'",
                "signer = 'remy'",
                "digest = sha256('')",
                "signed_at = signed_at - interval '1 day'")) {
            JdbcClient owner = JdbcClient.create(world.database.owner());
            owner.sql("CREATE TABLE signatures.kept AS SELECT * FROM signatures.signature")
                    .update();
            owner.sql("UPDATE signatures.signature SET " + change).update();
            rounds.whole();
            assertEquals(
                    "signature_not_given",
                    rounds.checked().getFirst().findings().getFirst().code(),
                    change);
            owner.sql("DELETE FROM signatures.signature").update();
            owner.sql("INSERT INTO signatures.signature OVERRIDING SYSTEM VALUE SELECT *"
                            + " FROM signatures.kept")
                    .update();
            owner.sql("DROP TABLE signatures.kept").update();
        }
        rounds.whole();
        assertEquals(0, rounds.checked().getFirst().found());
    }

    @Test
    void a_wrong_password_signs_nothing_and_is_audited() {
        Caller quinn = caller("quinn", Role.QUALITY);

        assertEquals("password_wrong", code(() -> sign(quinn, "not my password")));
        assertTrue(world.trail().getLast().contains("proof of identity refused"));
        for (int i = 0; i < 4; i++) code(() -> sign(quinn, "not my password"));
        assertEquals("sign_in_delayed", code(() -> sign(quinn, PASSWORD)));
        world.clock.pass(Duration.ofSeconds(2));
        assertEquals("released", sign(quinn, PASSWORD).meaning());
    }

    @Test
    void a_disabled_person_a_program_and_the_administrator_cannot_sign() {
        Caller quinn = caller("quinn", Role.QUALITY);
        Caller ada = caller("ada", Role.ADMINISTRATOR);
        Caller ivo = caller("ivo", Role.INTEGRATOR);
        String secret = world.access
                .tokens()
                .issue(ivo, "erp", Set.of(Permission.RECEIVE), Duration.ofDays(1))
                .secret();
        Caller program = world.access.tokens().caller(secret).orElseThrow();

        world.access.people().disable(ADMIN, quinn.actor(), "left");

        assertEquals("person_disabled", code(() -> sign(quinn, PASSWORD)));
        assertEquals("device_cannot_sign", code(() -> sign(program, PASSWORD)));
        assertEquals("permission_missing", code(() -> sign(ada, PASSWORD)));
        assertEquals("meaning_unknown", code(() -> Meaning.of("liked")));
    }

    @Test
    void the_application_cannot_change_a_signature_it_has_kept() throws SQLException {
        try (var connection = world.database.app().getConnection();
                var statement = connection.createStatement()) {
            SQLException denied = Assertions.assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("delete from signatures.signature"));
            assertEquals("42501", denied.getSQLState());
        }
    }

    private Offered offer(Caller caller, String password) {
        Credentials typed = new Credentials(caller.person().code(), password);
        return signatures.offer(caller, typed, Meaning.RELEASED, Digest.of(SHOWN));
    }

    private Signature sign(Caller caller, String password) {
        Offered offered = offer(caller, password);
        transactions.executeWithoutResult(_ -> offered.give());
        return offered.signature();
    }

    private Caller caller(String name, Role role) {
        Person person = world.person(name, role);
        return world.access.sessions().signIn(person.code(), PASSWORD, "test").caller();
    }
}
