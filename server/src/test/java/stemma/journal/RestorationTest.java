package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import stemma.database.Database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class RestorationTest {

    @Test
    void a_restored_journal_has_the_same_bytes_positions_checkpoints_and_roots() {
        try (Log log = grown();
                Log empty = new Log()) {
            Checkpoint last = restore(empty.database, bytes(log), notes(log), log);
            assertThat(last.root()).isEqualTo(log.journal.rootAt(last.size()));
            assertThat(empty.sealed()).usingRecursiveComparison().isEqualTo(log.sealed());
            assertThat(empty.journal.checkpoints())
                    .usingRecursiveComparison()
                    .isEqualTo(log.journal.checkpoints());
            for (long size = 0; size <= last.size(); size += 37) {
                assertThat(empty.journal.rootAt(size)).isEqualTo(log.journal.rootAt(size));
                assertThat(known(empty, size)).isEqualTo(known(log, size));
            }
            for (SealedEntry sealed : log.sealed().subList(0, 5))
                assertThat(empty.journal.known(Set.of(sealed.entry().id())))
                        .usingRecursiveComparison()
                        .isEqualTo(log.journal.known(Set.of(sealed.entry().id())));
        }
    }

    @Test
    void a_restored_journal_grows_on() {
        try (Log log = grown();
                Log empty = new Log()) {
            Checkpoint last = restore(empty.database, bytes(log), notes(log), log);
            assertThat(empty.sealer.seal()).isEmpty();
            Entry next = empty.append(1).getFirst();
            assertThat(log.sealed())
                    .allSatisfy(old -> assertThat(old.entry().seq()).isLessThan(next.seq()));
            Checkpoint grown = empty.sealer.seal().orElseThrow();
            assertThat(grown.size()).isEqualTo(last.size() + 1);
            assertThat(empty.journal
                            .proveConsistency(last.size(), grown.size())
                            .holds(last.root(), grown.root()))
                    .isTrue();
            List<Entry> followed = new ArrayList<>();
            new Follower(empty.database.app(), Bookmark.START).catchUp(followed::add);
            assertThat(followed).hasSize((int) grown.size());
        }
    }

    @Test
    void an_export_that_is_not_what_was_signed_is_refused_and_leaves_nothing() {
        try (Log log = grown();
                Log empty = new Log();
                Log stranger = new Log()) {
            List<EntryBytes> good = bytes(log);
            List<String> notes = notes(log);
            List<EntryBytes> shorter = good.subList(0, good.size() - 1);
            List<EntryBytes> longer = new ArrayList<>(good);
            longer.add(good.getFirst());
            List<EntryBytes> swapped = new ArrayList<>(good);
            swapped.set(3, good.get(4));
            swapped.set(4, good.get(3));
            List<EntryBytes> doubled = new ArrayList<>(good);
            doubled.set(4, good.get(3));
            List<EntryBytes> altered = new ArrayList<>(good);
            altered.set(7, new EntryBytes(good.get(7).envelope(), new byte[] {'{', '}'}));
            List<EntryBytes> foreign = new ArrayList<>(good);
            foreign.set(7, new EntryBytes(good.get(7).body(), good.get(7).envelope()));
            assertThat(code(empty, shorter, notes, log)).isEqualTo("log_too_short");
            assertThat(code(empty, longer, notes, log)).isEqualTo("log_too_long");
            assertThat(code(empty, swapped, notes, log)).isEqualTo("root_differs");
            assertThat(code(empty, doubled, notes, log)).isIn("root_differs", "entry_repeated");
            assertThat(code(empty, altered, notes, log)).isEqualTo("root_differs");
            assertThat(code(empty, foreign, notes, log)).isEqualTo("entry_malformed");
            assertThat(code(empty, good, List.of(), log)).isEqualTo("checkpoint_missing");
            assertThat(code(empty, good, notes, stranger)).isEqualTo("checkpoint_not_signed");
            assertThat(Drafts.count(empty.database)).isZero();
            assertThat(empty.journal.sealed()).isEqualTo(new SealedSize(0, 0));
            assertThat(code(log, good, notes, log)).isEqualTo("journal_not_empty");
        }
    }

    private static Log grown() {
        Log log = new Log();
        for (int round = 0; round < 4; round++) {
            OpenTransaction early = log.begin(3);
            log.append(80);
            log.now = log.now.plusSeconds(60);
            log.sealer.seal();
            early.commit();
        }
        log.sealer.seal();
        return log;
    }

    private static List<EntryBytes> bytes(Log log) {
        return log.sealed().stream()
                .map(s -> new EntryBytes(s.entry().envelope(), s.entry().body()))
                .toList();
    }

    private static List<String> notes(Log log) {
        return log.journal.checkpoints().stream().map(Checkpoint::note).toList();
    }

    private static Checkpoint restore(
            Database into, List<EntryBytes> bytes, List<String> notes, Log from) {
        return new Restoration(into.owner())
                .restore(bytes.iterator(), notes, List.of(from.key.verifying()));
    }

    private static String code(Log into, List<EntryBytes> bytes, List<String> notes, Log from) {
        return catchThrowableOfType(
                        RestoreRefused.class, () -> restore(into.database, bytes, notes, from))
                .code();
    }

    private static List<Long> known(Log log, long size) {
        Knowledge knowledge = log.journal.knowledgeAt(size);
        return log.sealed().stream()
                .map(s -> s.entry().seq())
                .filter(knowledge::includes)
                .toList();
    }
}
