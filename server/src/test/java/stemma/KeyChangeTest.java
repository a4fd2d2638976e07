package stemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.database.Database;
import stemma.database.DatabaseRefused;
import stemma.database.TestDatabases;
import stemma.exchange.Archive;
import stemma.journal.Author;
import stemma.journal.Checkpoint;
import stemma.journal.Finding;
import stemma.journal.Keyring;
import stemma.journal.SealingTime;
import stemma.journal.VerifyingKey;
import stemma.verifier.Depth;
import stemma.verifier.Question;
import stemma.verifier.Report;
import stemma.verifier.Verification;
import stemma.verifier.ZipMembers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another key seals the record: told in the trail, joined to the one before or openly not. */
class KeyChangeTest {
    private static final String WHY = "The administrator who could read it has left.";

    @TempDir
    Path data;

    private final Database database = TestDatabases.fresh();

    @Test
    void who_knows_the_first_key_believes_what_the_second_sealed() throws IOException {
        try (database) {
            World world = opened(data);
            VerifyingKey first = world.sealer().verifying();
            Checkpoint before = sealed(world, "before");
            Checkpoint handover = new KeyChange(world, new Keyring(data)).change(WHY);
            World again = opened(data);
            VerifyingKey second = again.sealer().verifying();
            sealed(again, "after");

            assertThat(second).isNotEqualTo(first);
            assertThat(handover.size()).isGreaterThan(before.size());
            assertThat(data.resolve("checkpoints/handover-" + handover.size() + ".note"))
                    .hasContent(handover.note());
            assertThat(again.journal().keys())
                    .extracting(SealingTime::key)
                    .containsExactly(first, second);
            assertThat(again.journal().keys().getLast().begun())
                    .get()
                    .extracting(Checkpoint::note)
                    .isEqualTo(handover.note());
            Files.delete(data.resolve("checkpoints/handover-" + handover.size() + ".note"));
            opened(data);
            assertThat(data.resolve("checkpoints/handover-" + handover.size() + ".note"))
                    .hasContent(handover.note());
            assertThat(told(again, "sealing_key_changed")).singleElement().satisfies(entry -> {
                assertThat(entry.subject()).isEqualTo(second.toString());
                assertThat(entry.reason()).isEqualTo(WHY);
                assertThat(entry.author()).isEqualTo(Author.CONSOLE);
            });
            assertThat(told(again, "sealing_key_begun")).isEmpty();
            assertThat(found(again)).isEmpty();
            for (VerifyingKey known : List.of(first, second))
                for (Checkpoint kept : List.of(before, handover))
                    assertThat(verified(again, kept, known).faults()).isEmpty();
        }
    }

    @Test
    void a_key_that_was_lost_is_told_and_not_believed_by_the_one_before() throws IOException {
        try (database) {
            World world = opened(data);
            VerifyingKey first = world.sealer().verifying();
            Checkpoint before = sealed(world, "before");
            Files.delete(data.resolve("sealing.key"));
            World again = opened(data);
            VerifyingKey second = again.sealer().verifying();
            sealed(again, "after");
            sealed(opened(data), "after, once more");

            assertThat(told(again, "sealing_key_begun")).singleElement().satisfies(entry -> {
                assertThat(entry.subject()).isEqualTo(second.toString());
                assertThat(entry.before()).hasToString("{\"key\":\"" + first + "\"}");
            });
            assertThat(found(again)).isEmpty();
            assertThat(verified(again, before, second).faults())
                    .extracting(fault -> fault.code().word())
                    .containsOnly("checkpoint_not_signed");
            assertThat(verified(again, before, first).faults())
                    .extracting(fault -> fault.code().word())
                    .contains("archive_not_signed", "checkpoint_not_signed");
        }
    }

    @Test
    void a_key_that_handed_the_record_over_is_not_started_with() throws IOException {
        try (database) {
            World world = opened(data);
            sealed(world, "before");
            byte[] first = Files.readAllBytes(data.resolve("sealing.key"));
            var unused = new KeyChange(world, new Keyring(data)).change(WHY);
            byte[] second = Files.readAllBytes(data.resolve("sealing.key"));
            refusedWith(first);
            Files.write(data.resolve("sealing.key"), second);
            sealed(opened(data), "after");
            refusedWith(first);
        }
    }

    private void refusedWith(byte[] key) throws IOException {
        Files.write(data.resolve("sealing.key"), key);
        assertThatThrownBy(() -> opened(data))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("sealing_key_handed_over"));
    }

    private World opened(Path folder) {
        return RunningServer.world(database, folder);
    }

    private static Checkpoint sealed(World world, String what) {
        world.transactions()
                .executeWithoutResult(status ->
                        world.audit().record(Author.CONSOLE, "noted", what, null, null, null));
        return world.sealer().seal().orElseThrow();
    }

    private static List<AuditEntry.Changed> told(World world, String action) {
        return world.audit().trail(TrailQuery.all().doing(action)).entries().stream()
                .map(AuditEntry.Changed.class::cast)
                .toList();
    }

    private List<Finding> found(World world) {
        var rounds = Proving.rounds(world, data);
        rounds.whole();
        return rounds.checked().stream()
                .flatMap(rule -> rule.findings().stream())
                .toList();
    }

    private Report verified(World world, Checkpoint kept, VerifyingKey known) throws IOException {
        Path file = data.resolve("record.zip");
        Keyring keys = new Keyring(data);
        new Archive(database, Restore.TABLES, Restore.ON_TOP, Restore.STATED)
                .export(
                        world.journal(),
                        world.sealer(),
                        keys.current(),
                        keys.verifying().all(),
                        file);
        try (ZipMembers archive = ZipMembers.open(file)) {
            return Verification.of(
                    archive,
                    new Question(Depth.WHOLE, List.of(kept.note()), List.of(known.toString())));
        }
    }
}
