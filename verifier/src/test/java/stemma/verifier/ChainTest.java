package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A log that went through several keys is believed by any of them, and each in its time only. */
class ChainTest {
    private static final Kept KEPT = Kept.thousand();
    private static final long SIZE = new Journal(KEPT).size();
    private static final Sealing FIRST = new Sealing("factory");
    private static final Sealing SECOND = new Sealing("factory");
    private static final Sealing THIRD = new Sealing("factory");
    private static final Sealing THIEF = new Sealing("factory");
    private static final List<Sealing> ALL = List.of(FIRST, SECOND, THIRD);
    private static final Map<Long, Function<Tree, String>> HANDED_ON = Map.of(
            200L,
            FIRST::checkpoint,
            300L,
            tree -> FIRST.handOver(tree, SECOND),
            500L,
            SECOND::checkpoint,
            700L,
            tree -> SECOND.handOver(tree, THIRD),
            SIZE,
            THIRD::checkpoint);

    @Test
    void a_chain_is_believed_from_whichever_key_is_known() {
        Kept archive = archive(HANDED_ON);
        for (Sealing known : ALL) {
            assertThat(archive.asked(knowing(known)).faults()).isEmpty();
            assertThat(archive.asked(new Question(Depth.WHOLE, List.of(), List.of(known.key())))
                            .holds())
                    .isTrue();
        }
        assertThat(archive.asked(Question.whole()).lines())
                .anyMatch(line -> line.endsWith(FIRST.key() + ", until 300 entries"))
                .anyMatch(line ->
                        line.endsWith(SECOND.key() + ", from 300 entries on, until 700 entries"))
                .anyMatch(line -> line.endsWith(THIRD.key() + ", from 700 entries on"));
    }

    @Test
    void a_link_that_was_taken_out_leaves_what_came_after_unbelieved() {
        Kept archive = archive(with(300L, tree -> ""));
        assertThat(codes(archive, knowing(FIRST)))
                .contains(Code.ARCHIVE_NOT_SIGNED, Code.CHECKPOINT_NOT_SIGNED);
        // By the archive's own keys it holds, and says that nothing joins the first to the others.
        Report alone = archive.asked(Question.hashes());
        assertThat(alone.holds()).isTrue();
        assertThat(alone.lines()).anyMatch(line -> line.contains("2 keys that no other handed"));
    }

    @Test
    void a_link_that_was_kept_elsewhere_joins_the_chain_again() {
        String link = note(archive(HANDED_ON), 1);
        Kept archive = archive(with(300L, tree -> ""));
        Question asked = new Question(Depth.HASHES, List.of(link), List.of(FIRST.key()));
        assertThat(archive.asked(asked).faults()).isEmpty();
    }

    @Test
    void a_link_that_not_both_keys_signed_is_found() {
        Kept bySomebody = archive(with(300L, tree -> FIRST.handOver(tree, SECOND, THIEF)));
        assertThat(codes(bySomebody, knowing(FIRST))).contains(Code.HANDOVER_NOT_SIGNED);
        Kept byTheNew = archive(
                with(300L, tree -> THIEF.handOver(tree, SECOND).replace(THIEF.key(), FIRST.key())));
        assertThat(codes(byTheNew, knowing(SECOND))).contains(Code.HANDOVER_NOT_SIGNED);
        Kept once = archive(with(300L, tree -> {
            String note = FIRST.handOver(tree, SECOND);
            return note.substring(0, note.lastIndexOf("— "));
        }));
        assertThat(codes(once, knowing(FIRST))).contains(Code.HANDOVER_NOT_SIGNED);
    }

    @Test
    void links_in_another_order_are_found() {
        Kept archive = archive(Map.of(
                300L,
                tree -> SECOND.handOver(tree, THIRD),
                700L,
                tree -> FIRST.handOver(tree, SECOND),
                SIZE,
                THIRD::checkpoint));
        assertThat(codes(archive, knowing(FIRST))).contains(Code.KEY_OUT_OF_TIME);
    }

    @Test
    void a_key_that_was_handed_on_signs_nothing_more() {
        Kept late = archive(with(500L, FIRST::checkpoint));
        assertThat(codes(late, knowing(THIRD))).containsExactly(Code.KEY_OUT_OF_TIME);
        Kept early = archive(with(200L, SECOND::checkpoint));
        assertThat(codes(early, knowing(THIRD))).containsExactly(Code.KEY_OUT_OF_TIME);
        Kept archive = FIRST.contents(archive(HANDED_ON), SIZE);
        assertThat(codes(archive, knowing(THIRD))).containsExactly(Code.ARCHIVE_NOT_SIGNED);
    }

    @Test
    void a_key_hands_over_once() {
        Kept twice = archive(with(500L, tree -> FIRST.handOver(tree, THIEF)));
        assertThat(codes(twice, knowing(FIRST))).contains(Code.HANDOVER_TWICE);
        Kept toOne = archive(with(200L, tree -> THIEF.handOver(tree, SECOND)));
        assertThat(codes(toOne, knowing(SECOND))).contains(Code.HANDOVER_TWICE);
    }

    @Test
    void who_stole_the_first_key_cannot_change_what_was_before_it_was_handed_on() {
        Journal journal = new Journal(KEPT);
        byte[] bytes = journal.bytes().clone();
        int at = journal.start(101) - 3;
        while (!Character.isLetter(bytes[at])) at--;
        bytes[at] ^= 2;
        String link = note(archive(HANDED_ON), 1);
        Kept forged = FIRST.sealed(KEPT.with(Verification.JOURNAL, bytes), 200, 500);
        Question asked = new Question(Depth.HASHES, List.of(link), List.of(FIRST.key()));
        assertThat(codes(forged, asked))
                .contains(Code.ARCHIVE_NOT_SIGNED, Code.KEY_OUT_OF_TIME, Code.ROOT_DIFFERS);
        assertThat(codes(forged, knowing(THIRD))).contains(Code.ARCHIVE_NOT_SIGNED);
    }

    @Test
    void every_bit_of_a_link_is_found() {
        String link = note(archive(HANDED_ON), 1);
        byte[] bytes = link.getBytes(UTF_8);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(isLink(new String(flipped, UTF_8))).as("bit " + bit).isFalse();
        }
        assertThat(isLink(link)).isTrue();
    }

    @Test
    void a_link_is_read_out_of_a_mail_that_was_saved() {
        String link = note(archive(HANDED_ON), 1);
        String mail = "Subject: the sealing key\r\n\r\nKeep this.\r\n\r\n"
                + link.replace("\n", "\r\n") + "\r\nThe plant\r\n";
        assertThat(SavedMail.notes(mail.getBytes(UTF_8))).containsExactly(link);
    }

    private static boolean isLink(String note) {
        try {
            Checkpoint one = Checkpoint.of(note);
            Key first = Key.all(FIRST.key()).getFirst();
            return one.handover().isPresent() && one.isWhole() && one.isSignedBy(first);
        } catch (Malformed malformed) {
            return false;
        }
    }

    private static Map<Long, Function<Tree, String>> with(long size, Function<Tree, String> note) {
        Map<Long, Function<Tree, String>> changed = new java.util.HashMap<>(HANDED_ON);
        changed.put(size, note);
        return changed;
    }

    private static Kept archive(Map<Long, Function<Tree, String>> notes) {
        return THIRD.sealed(
                KEPT, ALL, tree -> notes.getOrDefault(tree.size(), _ -> "").apply(tree));
    }

    /** Returns one of the archive's checkpoints as its file would be kept. */
    private static String note(Kept archive, int which) {
        Note note = Checkpoint.all(new String(archive.file(Verification.CHECKPOINTS), UTF_8))
                .get(which)
                .note();
        return note.text() + "\n" + String.join("\n", note.signatures()) + "\n";
    }

    private static Question knowing(Sealing key) {
        return new Question(Depth.HASHES, List.of(), List.of(key.key()));
    }

    private static List<Code> codes(Kept archive, Question asked) {
        return archive.asked(asked).faults().stream().map(Fault::code).toList();
    }
}
