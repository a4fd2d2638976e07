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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

class SealerTest {

    @Test
    void nothing_recorded_is_nothing_to_seal() {
        try (Log log = new Log()) {
            assertThat(log.sealer.seal()).isEmpty();
            assertThat(log.journal.sealed()).isEqualTo(new SealedSize(0, 0));
            assertThat(log.journal.knowledgeAt(0).includes(1)).isFalse();
        }
    }

    @Test
    void each_entry_gets_one_position_and_the_checkpoint_their_root() {
        try (Log log = new Log()) {
            List<Entry> made = new ArrayList<>(log.append(300));
            assertThat(log.journal.sealed()).isEqualTo(new SealedSize(0, 300));
            Checkpoint first = log.sealer.seal().orElseThrow();
            made.addAll(log.append(250));
            assertThat(log.journal.sealed()).isEqualTo(new SealedSize(300, 250));
            Checkpoint second = log.sealer.seal().orElseThrow();
            assertThat(log.sealer.seal()).isEmpty();
            assertThat(log.journal.sealed()).isEqualTo(new SealedSize(550, 0));

            Frontier frontier = new Frontier();
            for (Entry entry : made)
                frontier.add(Merkle.leaf(entry.envelope(), entry.body()), (l, n, r) -> {});
            assertThat(second.size()).isEqualTo(550);
            assertThat(second.root()).isEqualTo(frontier.root());
            assertThat(log.journal.rootAt(300)).isEqualTo(first.root());
            assertThat(log.journal.proveConsistency(300, 550).holds(first.root(), second.root()))
                    .isTrue();
        }
    }

    @Test
    void every_sealed_entry_is_proven_offline_by_the_plants_key() {
        try (Log log = new Log();
                Log other = new Log()) {
            for (int i = 0; i < 5; i++) {
                log.append(100);
                log.sealer.seal();
            }
            for (SealedEntry sealed : log.sealed()) {
                EntryProof proof = log.journal.prove(sealed.entry().id()).orElseThrow();
                assertThat(proof.holds(log.key.verifying())).isTrue();
                assertThatThrownBy(() -> proof.holds(other.key.verifying()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            Entry unsealed = log.append(1).getFirst();
            assertThat(log.journal.prove(unsealed.id())).isEmpty();
        }
    }

    @Test
    void a_transaction_left_open_holds_up_only_its_own_entries() {
        try (Log log = new Log()) {
            OpenTransaction early = log.begin(2);
            OpenTransaction failing = log.begin(3);
            List<Entry> others = log.append(4);
            assertThat(log.sealer.seal().orElseThrow().size()).isEqualTo(4);
            assertThat(positions(log, others)).containsExactly(0L, 1L, 2L, 3L);
            early.commit();
            failing.rollback();
            assertThat(log.journal.sealed()).isEqualTo(new SealedSize(4, 2));
            assertThat(log.sealer.seal().orElseThrow().size()).isEqualTo(6);
            assertThat(positions(log, early.entries())).containsExactly(4L, 5L);
        }
    }

    @Test
    void what_was_known_at_a_size_never_changes_when_a_lower_number_comes_late() {
        try (Log log = new Log()) {
            log.append(2);
            OpenTransaction early = log.begin(2);
            OpenTransaction failing = log.begin(3);
            log.append(1);
            log.now = Log.NOON.plusSeconds(60);
            long size = log.sealer.seal().orElseThrow().size();
            List<Long> before = known(log, size);
            assertThat(before).hasSize(3);
            early.commit();
            assertThat(known(log, size)).isEqualTo(before);
            failing.rollback();
            log.now = Log.NOON.plusSeconds(120);
            log.sealer.seal();
            assertThat(known(log, size)).isEqualTo(before);
            assertThat(known(log, 5)).hasSize(5);
            assertThat(log.journal.knowledgeAt(Log.NOON.plusSeconds(119)).size())
                    .isEqualTo(3);
            assertThat(log.journal.knowledgeAt(Log.NOON.plusSeconds(120)).size())
                    .isEqualTo(5);
            assertThat(log.journal.knowledgeAt(Log.NOON).size()).isZero();
        }
    }

    @Test
    void every_size_even_between_checkpoints_is_known_exactly() {
        try (Log log = new Log()) {
            for (int round = 0; round < 6; round++) {
                OpenTransaction early = log.begin(2);
                log.append(3);
                log.sealer.seal();
                early.commit();
            }
            log.sealer.seal();
            List<Long> inOrder = log.sealed().stream().map(s -> s.entry().seq()).toList();
            for (int size = 0; size <= inOrder.size(); size++)
                assertThat(known(log, size))
                        .containsExactlyInAnyOrderElementsOf(inOrder.subList(0, size));
            assertThatThrownBy(() -> log.journal.knowledgeAt(inOrder.size() + 1L))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void numbers_that_nobody_can_bring_any_more_are_forgotten() {
        try (Log log = new Log()) {
            OpenTransaction failing = log.begin(3);
            log.append(1);
            log.sealer.seal();
            assertThat(log.journal.knowledgeAt(1).except()).containsExactly(1, 2, 3);
            failing.rollback();
            log.append(1);
            log.sealer.seal();
            log.append(1);
            log.sealer.seal();
            assertThat(log.journal.knowledgeAt(1).except()).isEmpty();
        }
    }

    @Test
    void positions_stay_dense_while_many_write_fail_and_seal_at_once() {
        try (Log log = new Log()) {
            AtomicBoolean writing = new AtomicBoolean(true);
            Thread sealing = Thread.ofVirtual().start(() -> {
                while (writing.get()) log.sealer.seal();
            });
            Together.run(24, number -> {
                for (int i = 0; i < 12; i++) {
                    OpenTransaction open = log.begin(1 + number % 5);
                    if ((number + i) % 4 == 0) open.rollback();
                    else open.commit();
                    if (i % 6 == 0) log.sealer.seal();
                }
            });
            writing.set(false);
            join(sealing);
            log.sealer.seal();
            List<SealedEntry> sealed = log.sealed();
            assertThat(sealed).hasSize((int) Drafts.count(log.database));
            assertThat(sealed.stream().mapToLong(SealedEntry::position))
                    .containsExactlyElementsOf(
                            LongStream.range(0, sealed.size()).boxed().toList());
            assertThat(sealed).extracting(s -> s.entry().seq()).doesNotHaveDuplicates();
            List<Checkpoint> points = log.journal.checkpoints();
            for (int i = 1; i < points.size(); i++) {
                Checkpoint small = points.get(i - 1);
                Checkpoint large = points.get(i);
                assertThat(log.journal
                                .proveConsistency(small.size(), large.size())
                                .holds(small.root(), large.root()))
                        .isTrue();
            }
        }
    }

    @Test
    void a_clock_set_back_does_not_date_a_checkpoint_before_the_last() {
        try (Log log = new Log()) {
            log.append(1);
            Checkpoint first = log.sealer.seal().orElseThrow();
            log.now = Log.NOON.minusSeconds(3600);
            log.append(1);
            assertThat(log.sealer.seal().orElseThrow().at()).isEqualTo(first.at());
        }
    }

    @Test
    void a_tree_changed_by_hand_is_not_sealed_over() {
        try (Log log = new Log()) {
            log.append(3);
            log.sealer.seal();
            JdbcClient.create(log.database.owner())
                    .sql("UPDATE journal.sealer_state SET frontier = set_byte(frontier, 5, 0)")
                    .update();
            log.append(1);
            assertThatThrownBy(log.sealer::seal).hasMessageContaining("changed by hand");
        }
    }

    @Test
    void checkpoints_are_copied_out_and_the_copy_verifies(@TempDir Path folder) throws IOException {
        try (Log log = new Log()) {
            Path keyFile = folder.resolve("keys/sealing.pem");
            SealingKey key = SealingKey.openOrMake(keyFile, "harbour-lane/journal");
            Path out = folder.resolve("out");
            Sealer sealer = new Sealer(
                    log.database.sealer(), () -> log.now, key, Optional.of(new Copies(out)));
            log.append(3);
            Checkpoint checkpoint = sealer.seal().orElseThrow();
            SealingKey again = SealingKey.openOrMake(keyFile, "another");
            String note = Files.readString(out.resolve("latest.note"));
            Checkpoint opened = VerifyingKey.of(again.verifying().toString()).open(note);
            assertThat(opened).usingRecursiveComparison().isEqualTo(checkpoint);
            assertThat(out.resolve("2026-03-02T12Z.note")).hasContent(note);
            assertThat(Files.getPosixFilePermissions(keyFile)).hasSize(2);
        }
    }

    private static List<Long> positions(Log log, List<Entry> entries) {
        List<Long> seqs = entries.stream().map(Entry::seq).toList();
        var positions = log.journal.positions(seqs);
        return seqs.stream().map(positions::get).toList();
    }

    private static List<Long> known(Log log, long size) {
        Knowledge knowledge = log.journal.knowledgeAt(size);
        List<Long> bySql = JdbcClient.create(log.database.app())
                .sql("SELECT seq FROM journal.entry WHERE seq <= ? AND seq <> ALL (?) ORDER BY seq")
                .params(knowledge.lastSeq(), knowledge.except())
                .query(Long.class)
                .list();
        List<Long> all = JdbcClient.create(log.database.app())
                .sql("SELECT seq FROM journal.entry ORDER BY seq")
                .query(Long.class)
                .list();
        assertThat(all.stream().filter(knowledge::includes)).isEqualTo(bySql);
        return bySql;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
