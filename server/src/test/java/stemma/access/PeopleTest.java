package stemma.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.ADMIN;
import static stemma.access.AccessWorld.PASSWORD;
import static stemma.access.Refusals.code;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class PeopleTest {
    private static final SiteCode NORTH = new SiteCode("NORTH");
    private static final SiteCode SOUTH = new SiteCode("SOUTH");
    private final AccessWorld world = new AccessWorld();
    private final Access access = world.access;
    private final People people = world.access.people();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_role_given_for_one_site_does_nothing_at_another() {
        world.person("rosa");
        ActorId rosa = new ActorId("rosa");
        people.assign(ADMIN, rosa, List.of(Assignment.at(NORTH, Role.RECEIVING)), "hired");
        Caller caller = access.sessions().signIn("rosa", PASSWORD, "test").caller();

        assertTrue(caller.may(Permission.RECEIVE, NORTH));
        assertFalse(caller.may(Permission.RECEIVE, SOUTH));
        assertFalse(caller.grants().mayEverywhere(Permission.RECEIVE));
        assertEquals(Set.of(NORTH), caller.grants().sites(Permission.RECEIVE));
        assertEquals("permission_missing", code(() -> caller.require(Permission.RECEIVE, SOUTH)));
        assertEquals("permission_missing", code(() -> caller.require(Permission.JUDGE)));
    }

    @Test
    void nobody_is_administrator_and_maker_of_records_at_once() {
        world.person("ada", Role.ADMINISTRATOR);
        List<Assignment> both = List.of(
                Assignment.everywhere(Role.ADMINISTRATOR), Assignment.at(NORTH, Role.QUALITY));

        assertEquals(
                "roles_in_conflict",
                code(() -> people.assign(ADMIN, new ActorId("ada"), both, "short of staff")));
    }

    @Test
    void the_last_administrator_stays() {
        Person ada = world.person("ada", Role.ADMINISTRATOR);

        assertEquals(
                "last_administrator", code(() -> people.disable(ADMIN, ada.actor(), "holiday")));
        assertEquals(
                "last_administrator", code(() -> people.invite(ADMIN, ada.actor(), "forgotten")));
        world.person("bea", Role.ADMINISTRATOR);
        people.disable(ADMIN, ada.actor(), "holiday");

        assertEquals(Standing.DISABLED, people.find(ada.actor()).orElseThrow().standing());
    }

    @Test
    void an_invitation_opens_once_and_not_for_ever() {
        ActorId otto = new ActorId("otto");
        Invitation first = people.add(ADMIN, new NewPerson(otto, "otto", "Otto", List.of()));
        assertEquals(Standing.INVITED, people.find(otto).orElseThrow().standing());
        Invitation second = people.invite(ADMIN, otto, "lost the paper");

        assertEquals("invitation_unknown", code(() -> accept(first)));
        assertEquals(
                "password_too_weak",
                code(() -> access.acceptInvitation(second.secret(), "short", "test")));
        assertEquals("otto", accept(second).caller().actor().code());
        assertEquals("invitation_unknown", code(() -> accept(second)));

        Invitation late = people.invite(ADMIN, otto, "forgotten");
        world.clock.pass(Duration.ofDays(7));
        assertEquals("invitation_unknown", code(() -> accept(late)));
    }

    @Test
    void a_code_belongs_to_one_person_and_an_actor_id_is_never_given_twice() {
        Person rosa = world.person("rosa", Role.RECEIVING);

        assertEquals("code_taken", code(() -> add("P-2", "Rosa")));
        people.eraseName(ADMIN, rosa.actor(), "asked for it");

        assertEquals("actor_taken", code(() -> add("rosa", "rosa2")));
        assertEquals("", people.find(rosa.actor()).orElseThrow().printedName());
        assertEquals("P-2", add("P-2", "rosa").actor().code());
    }

    @Test
    void each_change_leaves_one_entry_that_names_nobody() {
        int before = world.trail().size();
        Invitation invitation = people.add(
                ADMIN,
                new NewPerson(
                        new ActorId("P-1"),
                        "h.lind",
                        "Hanna Lind",
                        List.of(Assignment.everywhere(Role.SHIPPING))));
        people.assign(ADMIN, invitation.actor(), List.of(), "moved");
        people.disable(ADMIN, invitation.actor(), "left");
        people.enable(ADMIN, invitation.actor(), "came back");
        people.eraseName(ADMIN, invitation.actor(), "asked for it");

        assertEquals(before + 5, world.trail().size());
        for (String entry : world.trail()) {
            assertFalse(entry.contains("Lind"), entry);
            assertFalse(entry.contains("h.lind"), entry);
        }
        assertTrue(world.trail().get(before + 1).contains("SHIPPING"));
    }

    @Test
    void a_change_without_a_reason_changes_nothing() {
        Person rosa = world.person("rosa", Role.RECEIVING);

        assertEquals("reason_missing", code(() -> people.disable(ADMIN, rosa.actor(), "  ")));
        assertEquals(Standing.ACTIVE, people.find(rosa.actor()).orElseThrow().standing());
    }

    private Opened accept(Invitation invitation) {
        return access.acceptInvitation(invitation.secret(), PASSWORD, "test");
    }

    private Invitation add(String actor, String code) {
        return people.add(ADMIN, new NewPerson(new ActorId(actor), code, "Rosa", List.of()));
    }
}
