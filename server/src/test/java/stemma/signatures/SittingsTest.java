package stemma.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static stemma.access.AccessWorld.PASSWORD;
import static stemma.access.Refusals.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.AccessWorld;
import stemma.access.Caller;
import stemma.access.Opened;
import stemma.access.Person;
import stemma.access.Role;

import java.time.Duration;
import java.util.Optional;

/** Within a sitting the password alone signs (21 CFR 11.200(a)(1)(i)); what ends one. */
class SittingsTest {
    private static final Digest SHOWN = Digest.of("lot F-101 released".getBytes(UTF_8));
    private final AccessWorld world = new AccessWorld();
    private final Signatures signatures =
            new Signatures(world.database.app(), world.clock, world.audit, world.access);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(world.database.app()));
    private Person quinn;
    private Opened browser;

    @BeforeEach
    void begin() {
        quinn = world.person("quinn", Role.QUALITY);
        browser = signedIn(quinn);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_first_signature_takes_both_and_the_next_the_password_alone() {
        Caller caller = browser.caller();
        assertEquals("signer_missing", code(() -> sign(caller, "", PASSWORD)));
        assertEquals(Optional.empty(), signatures.sittings().until(caller));
        sign(caller, "quinn", PASSWORD);
        assertEquals(
                Optional.of(world.clock.now().plus(Sittings.REST)),
                signatures.sittings().until(caller));
        world.clock.pass(Duration.ofMinutes(14));
        sign(caller, "", PASSWORD);
        world.clock.pass(Duration.ofMinutes(14));
        sign(caller, " Quinn ", PASSWORD);
        assertEquals("password_wrong", code(() -> sign(caller, "", "not my password")));
        assertEquals("password_wrong", code(() -> sign(caller, "", "")));
    }

    @Test
    void a_sitting_ends_by_idle_time() {
        Caller caller = browser.caller();
        sign(caller, "quinn", PASSWORD);
        world.clock.pass(Sittings.REST);
        assertEquals(Optional.empty(), signatures.sittings().until(caller));
        assertEquals("signer_missing", code(() -> sign(caller, "", PASSWORD)));
    }

    @Test
    void a_sitting_ends_by_sign_out_and_is_of_one_browser() {
        sign(browser.caller(), "quinn", PASSWORD);
        Caller other = signedIn(quinn).caller();
        assertEquals("signer_missing", code(() -> sign(other, "", PASSWORD)));
        world.access.sessions().signOut(browser.secret(), browser.caller());
        Caller again = signedIn(quinn).caller();
        assertEquals("signer_missing", code(() -> sign(again, "", PASSWORD)));
    }

    @Test
    void a_sitting_is_of_one_person() {
        sign(browser.caller(), "quinn", PASSWORD);
        Person remy = world.person("remy", Role.QUALITY);
        Caller caller = signedIn(remy).caller();
        assertEquals("signer_missing", code(() -> sign(caller, "", PASSWORD)));
        assertEquals("signer_other", code(() -> sign(caller, "quinn", PASSWORD)));
        assertEquals("signer_other", code(() -> sign(browser.caller(), "remy", PASSWORD)));
        // What somebody else signs at one's browser begins no sitting of his, nor keeps one alive.
        Offered guest =
                signatures.offer(caller.author(), quinn.actor(), PASSWORD, Meaning.APPROVED, SHOWN);
        transactions.executeWithoutResult(_ -> guest.give());
        assertEquals("signer_missing", code(() -> sign(caller, "", PASSWORD)));
    }

    @Test
    void what_was_only_offered_begins_no_sitting() {
        Caller caller = browser.caller();
        Credentials both = new Credentials("quinn", PASSWORD);
        Offered offered = signatures.offer(caller, both, Meaning.RELEASED, SHOWN);
        assertEquals("released", offered.signature().meaning());
        assertEquals("signer_missing", code(() -> sign(caller, "", PASSWORD)));
    }

    @Test
    void a_session_of_another_house_under_the_same_number_is_no_sitting() {
        Caller caller = browser.caller();
        sign(caller, "quinn", PASSWORD);
        JdbcClient.create(world.database.owner())
                .sql("update signatures.signature set signed_at = signed_at - interval '1 s'")
                .update();
        assertEquals("signer_missing", code(() -> sign(caller, "", PASSWORD)));
    }

    @Test
    void the_trail_says_which_signature_rested_on_a_sitting() {
        sign(browser.caller(), "quinn", PASSWORD);
        assertEquals(0, within());
        sign(browser.caller(), "", PASSWORD);
        assertEquals(1, within());
    }

    private long within() {
        return world.trail().stream()
                .filter(line -> line.contains("within the sitting"))
                .count();
    }

    private void sign(Caller caller, String signer, String password) {
        Credentials typed = new Credentials(signer, password);
        Offered offered = signatures.offer(caller, typed, Meaning.RELEASED, SHOWN);
        transactions.executeWithoutResult(_ -> offered.give());
    }

    private Opened signedIn(Person person) {
        return world.access.sessions().signIn(person.code(), PASSWORD, "test");
    }
}
