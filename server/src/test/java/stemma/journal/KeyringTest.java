package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One key hands the log over to the next, and each signs in its time alone. */
class KeyringTest {
    private final SealingKey next = SealingKey.fresh("harbour-lane/journal");

    @Test
    void the_log_goes_on_under_the_next_key_and_is_proven_by_both() {
        try (Log log = new Log()) {
            Checkpoint handover = handedOver(log);
            log.append(3);
            Checkpoint after = sealer(log, next).seal().orElseThrow();
            assertThat(log.key.verifying().signed(handover.note())).isTrue();
            assertThat(next.verifying().signed(handover.note())).isTrue();
            assertThat(handover.handover())
                    .contains(new Handover(log.key.verifying(), next.verifying()));
            assertThat(log.journal.handovers()).extracting(Checkpoint::size).containsExactly(6L);
            assertThat(next.verifying().open(after.note()).size()).isEqualTo(9);
            assertThat(findings(log)).isEmpty();
        }
    }

    @Test
    void a_key_that_handed_over_seals_nothing_more() {
        try (Log log = new Log()) {
            handedOver(log);
            log.append(1);
            assertThatThrownBy(log.sealer::seal).hasMessageContaining("another key seals");
            assertThat(sealer(log, next).seal()).isPresent();
            log.append(1);
            assertThatThrownBy(log.sealer::seal).hasMessageContaining("another key seals");
            assertThat(findings(log)).isEmpty();
        }
    }

    @Test
    void what_a_key_signed_out_of_its_time_is_found() {
        try (Log log = new Log()) {
            handedOver(log);
            log.append(3);
            Checkpoint after = sealer(log, next).seal().orElseThrow();
            String forged = log.key.sign(after.size(), after.root(), after.at()).note();
            var unused = owner(log)
                    .sql("UPDATE journal.checkpoint SET note = ? WHERE size = ?")
                    .params(forged, after.size())
                    .update();
            assertThat(findings(log)).containsExactly("key_out_of_time");
        }
    }

    @Test
    void a_handover_without_the_signature_of_the_next_is_found() {
        try (Log log = new Log()) {
            String note = handedOver(log).note();
            String half = note.substring(0, note.lastIndexOf("— "));
            var unused = owner(log)
                    .sql("UPDATE journal.checkpoint SET note = ? WHERE size = 6")
                    .param(half)
                    .update();
            assertThat(findings(log)).containsExactly("checkpoint_not_signed");
        }
    }

    @Test
    void a_handover_that_somebody_wrote_into_the_table_is_not_believed(@TempDir Path folder) {
        try (Log log = new Log()) {
            Keyring keys = new Keyring(folder);
            SealingKey first = keys.current();
            SealingKey waiting = keys.next();
            SealingKey thief = SealingKey.fresh("stemma/journal");
            log.append(2);
            Sealer sealer = sealer(log, first);
            byte[] root = sealer.seal().orElseThrow().root();
            Handover forged = new Handover(first.verifying(), waiting.verifying());
            String text =
                    new NoteText("stemma/journal", 9, root, Log.NOON, Optional.of(forged)).text();
            for (String note : List.of(
                    thief.signed(text), text + "from here to there", "from nowhere to nothing")) {
                owner(log).sql("""
                                INSERT INTO journal.checkpoint (size, root, last_seq, at, note)
                                VALUES (9, ?, 1, now(), ?)
                                """).params(root, note).update();
                assertThat(log.journal.handovers()).isEmpty();
                assertThat(sealer.hasHandedOver()).isFalse();
                keys.finish(log.database.app());
                assertThat(keys.current().verifying()).isEqualTo(first.verifying());
                owner(log).sql("DELETE FROM journal.checkpoint WHERE size = 9").update();
            }
        }
    }

    @Test
    void a_key_that_was_half_written_is_made_anew(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sealing.key.next.part"), "-----BEGIN PRI");
        Keyring keys = new Keyring(folder);
        assertThat(keys.next().verifying()).isEqualTo(keys.next().verifying());
        assertThat(folder.resolve("sealing.key.next.part")).doesNotExist();
    }

    @Test
    void every_flipped_bit_of_a_handover_is_found() {
        SealingKey first = SealingKey.fresh("harbour-lane/journal");
        String note = first.handOver(next, 3, Merkle.empty(), Log.NOON).note();
        byte[] bytes = note.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String changed = new String(flipped, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(first.verifying().signed(changed)).as("bit " + bit).isFalse();
        }
        assertThat(first.verifying().signed(note)).isTrue();
    }

    @Test
    void a_change_that_was_broken_off_after_the_handover_is_ended(@TempDir Path folder)
            throws IOException {
        try (Log log = new Log()) {
            Keyring keys = new Keyring(folder);
            SealingKey first = keys.current();
            SealingKey second = keys.next();
            keys.finish(log.database.app());
            assertThat(keys.current().verifying()).isEqualTo(first.verifying());
            log.append(2);
            var unused = sealer(log, first).handOver(second);
            keys.finish(log.database.app());
            assertThat(keys.current().verifying()).isEqualTo(second.verifying());
            assertThat(keys.verifying().all())
                    .containsExactly(first.verifying(), second.verifying());
            assertThat(Files.list(folder)).hasSize(2);
        }
    }

    private static JdbcClient owner(Log log) {
        return JdbcClient.create(log.database.owner());
    }

    private Checkpoint handedOver(Log log) {
        log.append(3);
        log.sealer.seal();
        log.append(3);
        return log.sealer.handOver(next);
    }

    private static Sealer sealer(Log log, SealingKey key) {
        return new Sealer(log.database.sealer(), () -> log.now, key, Optional.empty());
    }

    private List<String> findings(Log log) {
        List<String> codes = new ArrayList<>();
        new Inspection(log.database.app(), List.of(log.key.verifying(), next.verifying()))
                .run(List.of(), finding -> codes.add(finding.code()));
        return codes;
    }
}
