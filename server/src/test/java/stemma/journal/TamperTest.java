package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.store.InspectTable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whoever has every right on the database, but not the key, is found out. */
class TamperTest {

    @Test
    void every_flipped_bit_of_a_small_log_is_found_offline() {
        List<EntryBytes> log = offline(12);
        SealingKey key = SealingKey.fresh("harbour-lane/journal");
        Checkpoint stated =
                key.verifying().open(key.sign(log.size(), root(log), Log.NOON).note());
        assertThat(proves(log, stated)).isTrue();
        for (int at = 0; at < log.size(); at++) {
            EntryBytes whole = log.get(at);
            for (int bit = 0; bit < 8 * whole.envelope().length; bit++) {
                byte[] envelope = flipped(whole.envelope(), bit);
                List<EntryBytes> changed = with(log, at, new EntryBytes(envelope, whole.body()));
                assertThat(proves(changed, stated)).isFalse();
            }
            for (int bit = 0; bit < 8 * whole.body().length; bit++) {
                byte[] body = flipped(whole.body(), bit);
                List<EntryBytes> changed = with(log, at, new EntryBytes(whole.envelope(), body));
                assertThat(proves(changed, stated)).isFalse();
            }
        }
    }

    @Test
    void every_flipped_bit_of_a_checkpoint_is_found_offline() {
        List<EntryBytes> log = offline(3);
        SealingKey key = SealingKey.fresh("harbour-lane/journal");
        byte[] note = key.sign(3, root(log), Log.NOON).note().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < 8 * note.length; bit++) {
            String changed = new String(flipped(note, bit), StandardCharsets.UTF_8);
            assertThat(key.verifying().signed(changed)).as("bit " + bit).isFalse();
        }
    }

    @Test
    void every_deletion_swap_doubling_and_truncation_is_found_offline() {
        List<EntryBytes> log = offline(40);
        SealingKey key = SealingKey.fresh("harbour-lane/journal");
        Checkpoint stated =
                key.verifying().open(key.sign(log.size(), root(log), Log.NOON).note());
        for (int at = 0; at < log.size(); at++) {
            List<EntryBytes> deleted = new ArrayList<>(log);
            deleted.remove(at);
            List<EntryBytes> doubled = new ArrayList<>(log);
            doubled.add(at, log.get(at));
            assertThat(proves(deleted, stated)).isFalse();
            assertThat(proves(doubled, stated)).isFalse();
            assertThat(proves(log.subList(0, at), stated)).isFalse();
            if (at > 0)
                assertThat(proves(
                                with(with(log, at, log.get(at - 1)), at - 1, log.get(at)), stated))
                        .isFalse();
        }
    }

    @Test
    void an_untouched_journal_has_no_findings() {
        try (Log log = grown()) {
            assertThat(findings(log, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        bytes_differ          | UPDATE journal.entry SET body = set_bit(body, 17, 1 - get_bit(body, 17)) WHERE seq = 300
        bytes_differ          | UPDATE journal.entry SET envelope = set_byte(envelope, 3, 0) WHERE seq = 300
        columns_differ        | UPDATE journal.entry SET recorded_at = recorded_at - interval '1 day' WHERE seq = 300
        columns_differ        | UPDATE journal.entry SET kind = 2 WHERE seq = 300
        columns_differ        | UPDATE journal.entry SET id = gen_random_uuid() WHERE seq = 300
        key_differs           | UPDATE journal.entry_key SET digest = '\\x00' WHERE seq = 300
        key_differs           | DELETE FROM journal.entry_key WHERE seq = 300
        entry_missing         | DELETE FROM journal.entry WHERE seq = 300
        position_missing      | DELETE FROM journal.leaf WHERE position = 299
        leaf_missing          | DELETE FROM journal.leaf WHERE position = 299
        log_too_short         | DELETE FROM journal.leaf WHERE position = 299
        tile_differs          | UPDATE journal.tile SET hash = set_bit(hash, 0, 1 - get_bit(hash, 0))
        root_differs          | UPDATE journal.entry SET body = '{}' WHERE seq = 300
        checkpoint_not_signed | UPDATE journal.checkpoint SET at = at - interval '1 day' WHERE size = 200
        checkpoint_not_signed | UPDATE journal.checkpoint SET root = set_bit(root, 0, 1 - get_bit(root, 0)) WHERE size = 200
        """)
    void what_is_changed_in_the_database_is_found(String code, String sql) {
        try (Log log = grown()) {
            assertThat(owner(log).sql(sql).update()).isPositive();
            assertThat(findings(log, List.of())).contains(code);
        }
    }

    @Test
    void a_log_rewritten_and_hashed_anew_is_found_for_want_of_the_key() {
        try (Log log = grown()) {
            rewriteFrom(log, 300);
            assertThat(findings(log, List.of())).contains("checkpoint_not_signed");
        }
    }

    @Test
    void entries_cut_off_with_their_checkpoints_show_only_against_a_note_held_outside() {
        try (Log log = grown()) {
            String held = log.journal.checkpoints().getLast().note();
            JdbcClient owner = owner(log);
            owner.sql("DELETE FROM journal.checkpoint WHERE size > 400").update();
            owner.sql("DELETE FROM journal.leaf WHERE position >= 400").update();
            owner.sql("DELETE FROM journal.entry WHERE seq > 400").update();
            // The control: from inside, the shortened log looks whole.
            assertThat(findings(log, List.of())).isEmpty();
            assertThat(findings(log, List.of(held))).contains("log_too_short");
        }
    }

    /** Does what a forger would: changes an entry and computes every hash above it again. */
    private static void rewriteFrom(Log log, long seq) {
        JdbcClient owner = owner(log);
        owner.sql("UPDATE journal.entry SET body = '{}' WHERE seq = ?")
                .param(seq)
                .update();
        owner.sql("UPDATE journal.leaf l SET hash = sha256('\\x00'::bytea || envelope || body)"
                        + " FROM journal.entry e WHERE e.seq = l.seq")
                .update();
        Frontier frontier = new Frontier();
        List<Checkpoint> points = log.journal.checkpoints();
        SealingKey forged = SealingKey.fresh("harbour-lane/journal");
        for (SealedEntry sealed : log.sealed()) {
            frontier.add(
                    sealed.leaf(),
                    (level, number, root) -> owner.sql(
                                    "UPDATE journal.tile SET hash=? WHERE level=? AND number=?")
                            .params(root, level, number)
                            .update());
            for (Checkpoint point : points)
                if (point.size() == frontier.size())
                    owner.sql("UPDATE journal.checkpoint SET root = ?, note = ? WHERE size = ?")
                            .params(
                                    frontier.root(),
                                    forged.sign(point.size(), frontier.root(), point.at())
                                            .note(),
                                    point.size())
                            .update();
        }
    }

    private static Log grown() {
        Log log = new Log();
        for (int round = 0; round < 3; round++) {
            log.append(200);
            log.sealer.seal();
        }
        return log;
    }

    private static List<String> findings(Log log, List<String> held) {
        List<String> codes = new ArrayList<>();
        new Inspection(log.database.app(), List.of(log.key.verifying()))
                .run(held, finding -> codes.add(finding.code()));
        assertThat(inSlices(log, held)).as("in slices").hasSameElementsAs(codes);
        return codes;
    }

    /** What a server finds that looks at some of the log at a time. */
    private static List<String> inSlices(Log log, List<String> held) {
        List<String> codes = new ArrayList<>();
        InspectionRound round = new InspectionRound(
                new InspectTable(log.database.app()),
                List.of(log.key.verifying()),
                finding -> codes.add(finding.code()));
        round.begin(held);
        while (round.some(70)) {}
        var unused = round.end();
        return codes;
    }

    private static JdbcClient owner(Log log) {
        return JdbcClient.create(log.database.owner());
    }

    private static List<EntryBytes> offline(int count) {
        List<EntryBytes> log = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Draft draft = Drafts.one();
            Envelope envelope = new Envelope(
                    i + 1, draft.kind(), draft.id(), draft.digest(), Log.NOON, draft.author());
            log.add(new EntryBytes(envelope.bytes(), draft.body()));
        }
        return log;
    }

    private static boolean proves(List<EntryBytes> log, Checkpoint stated) {
        return stated.size() == log.size() && java.util.Arrays.equals(stated.root(), root(log));
    }

    private static byte[] root(List<EntryBytes> log) {
        Frontier frontier = new Frontier();
        for (EntryBytes entry : log)
            frontier.add(Merkle.leaf(entry.envelope(), entry.body()), (l, n, r) -> {});
        return frontier.root();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    private static List<EntryBytes> with(List<EntryBytes> log, int at, EntryBytes entry) {
        List<EntryBytes> changed = new ArrayList<>(log);
        changed.set(at, entry);
        return changed;
    }
}
