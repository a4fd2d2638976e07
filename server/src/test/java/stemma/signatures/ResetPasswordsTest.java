package stemma.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.ADMIN;
import static stemma.access.AccessWorld.PASSWORD;
import static stemma.access.Refusals.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.AccessWorld;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.Invitation;
import stemma.access.NewPerson;
import stemma.access.Permission;
import stemma.access.Person;
import stemma.access.Role;
import stemma.identifiers.ActorId;
import stemma.journal.Rounds;
import stemma.shell.Refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever resets a password could choose it himself; signing with it takes a second person. */
class ResetPasswordsTest {
    private static final byte[] SHOWN = "lot F-101 released".getBytes(UTF_8);
    private static final String CHOSEN = "five herons on the weir";
    private final AccessWorld world = new AccessWorld();
    private final Signatures signatures =
            new Signatures(world.database.app(), world.clock, world.audit, world.access);
    private Caller ada;
    private Caller quinn;
    private Caller rosa;

    @BeforeEach
    void people() {
        ada = caller("ada", Role.ADMINISTRATOR);
        quinn = caller("quinn", Role.QUALITY);
        rosa = caller("rosa", Role.RECEIVING);
        world.clock.pass(Duration.ofDays(40));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Caller caller(String name, Role role) {
        Person person = world.person(name, role);
        return world.access.sessions().signIn(person.code(), PASSWORD, "test").caller();
    }

    /** Ada resets the password of Quinn, and takes the invitation up herself. */
    private Caller taken() {
        Invitation invitation =
                world.access.people().invite(ada.author(), quinn.actor(), "says forgotten");
        return world.access
                .acceptInvitation(invitation.secret(), CHOSEN, "test")
                .caller();
    }

    private Signature sign(Caller caller) {
        Credentials typed = new Credentials(caller.person().code(), CHOSEN);
        Offered offered = signatures.offer(caller, typed, Meaning.RELEASED, Digest.of(SHOWN));
        new TransactionTemplate(new DataSourceTransactionManager(world.database.app()))
                .executeWithoutResult(_ -> offered.give());
        return offered.signature();
    }

    private String confirmed(Caller by, Caller whose, String password) {
        try {
            world.access.confirmReset(by, whose.actor(), "stood beside it", password);
            return "";
        } catch (Refused refused) {
            return refused.problem().code();
        }
    }

    @Test
    void nobody_signs_with_a_reset_password_until_a_second_person_says_whose_it_is() {
        Caller again = taken();
        assertEquals("signature_suspended", code(() -> sign(again)));
        assertTrue(world.trail().getLast().contains("signature_suspended"));

        assertEquals("", confirmed(rosa, quinn, PASSWORD));

        Signature signature = sign(again);
        assertEquals(
                "Quinn Example (password reset by ada on "
                        + world.clock.now().toString().substring(0, 10) + ", confirmed by rosa)",
                signature.name());
        assertEquals(Verdict.INTACT, signatures.verify(signature, SHOWN));
        Rounds rounds = new Rounds(world.clock, List.of(signatures.invariant()), Optional.empty());
        rounds.whole();
        assertEquals(0, rounds.checked().getFirst().found());
    }

    @Test
    void after_ninety_days_a_signature_says_the_name_alone() {
        Caller again = taken();
        assertEquals("", confirmed(rosa, quinn, PASSWORD));
        world.clock.pass(Duration.ofDays(91));
        assertEquals("Quinn Example", sign(again).name());
        assertEquals(List.of(), world.access.resets().of(quinn.actor()));
    }

    @Test
    void neither_time_nor_another_reset_nor_a_password_of_ones_own_shakes_it_off() {
        Caller first = taken();
        Caller second = taken();
        assertEquals("signature_suspended", code(() -> sign(second)));
        world.access.changePassword(second, CHOSEN, CHOSEN + " again");
        world.access.changePassword(second, CHOSEN + " again", CHOSEN);
        world.clock.pass(Duration.ofDays(200));
        assertEquals("signature_suspended", code(() -> sign(second)));
        assertEquals(first.actor(), second.actor());
    }

    @Test
    void it_is_confirmed_by_somebody_else_who_is_not_in_the_hand_of_the_one_who_reset_it() {
        assertEquals("reset_unknown", confirmed(rosa, quinn, PASSWORD));
        Invitation invitation =
                world.access.people().invite(ada.author(), quinn.actor(), "says forgotten");
        assertEquals("reset_not_taken_up", confirmed(rosa, quinn, PASSWORD));
        Caller again = world.access
                .acceptInvitation(invitation.secret(), CHOSEN, "test")
                .caller();

        assertEquals("reset_not_independent", confirmed(ada, quinn, PASSWORD));
        assertEquals("reset_not_independent", confirmed(again, quinn, CHOSEN));
        assertEquals("password_wrong", confirmed(rosa, quinn, "not my password"));
        assertEquals(
                "permission_missing", confirmed(caller("audrey", Role.AUDITOR), quinn, PASSWORD));
        assertEquals("reset_not_independent", confirmed(letInBy(ada), quinn, PASSWORD));
        assertEquals("signature_suspended", code(() -> sign(again)));
        assertEquals("", confirmed(rosa, quinn, PASSWORD));
        assertEquals("reset_unknown", confirmed(rosa, quinn, PASSWORD));
    }

    @Test
    void a_program_confirms_nothing() {
        Caller unused = taken();
        String secret = world.access
                .tokens()
                .issue(rosa, "erp", Set.of(Permission.RECEIVE), Duration.ofDays(1))
                .secret();
        Caller program = world.access.tokens().caller(secret).orElseThrow();
        assertEquals("device_cannot_sign", confirmed(program, quinn, PASSWORD));
    }

    private static NewPerson otto() {
        return new NewPerson(
                new ActorId("otto"), "otto", "Otto", List.of(Assignment.everywhere(Role.QUALITY)));
    }

    @Test
    void who_was_let_in_signs_and_each_signature_says_that_nobody_has_confirmed_it() {
        Invitation lost = world.access.people().letIn(ada.author(), otto());
        Invitation found =
                world.access.people().invite(ada.author(), lost.actor(), "lost the paper");
        Caller caller =
                world.access.acceptInvitation(found.secret(), CHOSEN, "test").caller();
        assertTrue(sign(caller).name().startsWith("Otto (let in by ada on "));
        assertTrue(sign(caller).name().endsWith(", confirmed by nobody else)"));
        assertEquals(
                "reset_not_independent",
                code(() -> world.access.confirmReset(ada, lost.actor(), "seen", PASSWORD)));
        world.access.confirmReset(quinn, lost.actor(), "stood beside it", PASSWORD);
        assertEquals("Otto", sign(caller).name());
    }

    @Test
    void who_comes_by_the_console_is_not_asked_about() {
        Invitation invitation = world.access.people().add(ADMIN, otto());
        Caller caller = world.access
                .acceptInvitation(invitation.secret(), CHOSEN, "test")
                .caller();
        assertEquals("Otto", sign(caller).name());
    }

    @Test
    void nobody_gives_a_role_to_himself() {
        caller("abe", Role.ADMINISTRATOR);
        List<Assignment> quality = List.of(Assignment.everywhere(Role.QUALITY));
        assertEquals(
                "roles_own",
                code(() -> world.access
                        .people()
                        .assign(ada.author(), ada.actor(), quality, "I judge now")));
        world.access.people().assign(ada.author(), ada.actor(), List.of(), "I leave");
    }

    /** A second person of the administrator's own making, who lends her name. */
    private Caller letInBy(Caller administrator) {
        var puppet = new ActorId("puppet");
        var added = new NewPerson(
                puppet, "puppet", "Puppet", List.of(Assignment.everywhere(Role.QUALITY)));
        Invitation invitation = world.access.people().add(administrator.author(), added);
        return world.access
                .acceptInvitation(invitation.secret(), PASSWORD, "test")
                .caller();
    }
}
