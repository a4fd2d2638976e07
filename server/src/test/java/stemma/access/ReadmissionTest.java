package stemma.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.audit.TrailQuery;

/** How administrators come in again after a restore, which brings people without passwords. */
class ReadmissionTest {

    @Test
    void administrators_without_passwords_are_invited_at_the_console_and_audited() {
        try (AccessWorld world = new AccessWorld()) {
            withoutPasswords(world);
            Invitation invitation =
                    world.access.readmitAdministrators().stream().findFirst().orElseThrow();
            assertThat(world.access.invited(invitation.secret()).code()).isEqualTo("ada");
            Opened opened = world.access.acceptInvitation(
                    invitation.secret(), "a sentence only ada would say", "test");
            assertThat(opened.secret()).isNotEmpty();
            assertThat(world.access.readmitAdministrators()).isEmpty();
            assertThat(world.audit.trail(TrailQuery.all()).entries())
                    .anyMatch(entry -> entry.action().equals("administrator readmitted")
                            && entry.author().actor().code().equals("console"));
        }
    }

    @Test
    void each_start_gives_a_new_invitation_and_ends_the_one_before() {
        try (AccessWorld world = new AccessWorld()) {
            withoutPasswords(world);
            String first = world.access.readmitAdministrators().getFirst().secret();
            String second = world.access.readmitAdministrators().getFirst().secret();
            assertThat(Refusals.code(() -> world.access.invited(first)))
                    .isEqualTo("invitation_unknown");
            assertThat(world.access.invited(second).code()).isEqualTo("ada");
        }
    }

    @Test
    void nobody_is_invited_while_an_administrator_can_sign_in_or_nobody_is_known() {
        try (AccessWorld world = new AccessWorld()) {
            assertThat(world.access.readmitAdministrators()).isEmpty();
            world.person("ada", Role.ADMINISTRATOR);
            assertThat(world.access.readmitAdministrators()).isEmpty();
        }
    }

    private static void withoutPasswords(AccessWorld world) {
        world.person("ada", Role.ADMINISTRATOR);
        JdbcClient.create(world.database.owner())
                .sql("delete from access.password")
                .update();
    }
}
