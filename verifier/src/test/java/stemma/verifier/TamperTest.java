package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Whatever somebody does to an archive who has no key is found, and the record named. */
class TamperTest {
    private static final int FLIPS = 20_000;
    private static final int CUTS = 5_000;
    private static final int WHOLE_FLIPS = 300;
    private static final Kept KEPT = Kept.thousand();
    static final Journal JOURNAL = new Journal(KEPT);

    @Test
    void an_archive_that_nobody_touched_holds() {
        assertThat(JOURNAL.size()).isGreaterThanOrEqualTo(1_000);
        assertThat(KEPT.asked(Question.whole()).faults()).isEmpty();
        assertThat(JOURNAL.instead(JOURNAL.lines())).isEmpty();
    }

    @Test
    void every_entry_left_out_is_named() {
        for (int i = 0; i < JOURNAL.size(); i++) {
            List<byte[]> lines = JOURNAL.lines();
            lines.remove(i);
            named(lines, i);
        }
    }

    @Test
    void every_two_entries_that_changed_places_are_named() {
        for (int i = 0; i + 1 < JOURNAL.size(); i++) {
            List<byte[]> lines = JOURNAL.lines();
            Collections.swap(lines, i, i + 1);
            named(lines, i);
        }
    }

    @Test
    void every_entry_put_in_is_named() {
        byte[] foreign = "{\"actor\":\"nobody\"}\t{}\n".getBytes(UTF_8);
        for (int i = 0; i <= JOURNAL.size(); i++) {
            List<byte[]> lines = JOURNAL.lines();
            lines.add(i, foreign);
            named(lines, i);
            lines.set(i, lines.get(i == 0 ? JOURNAL.size() : i - 1));
            named(lines, i);
        }
    }

    @Test
    void every_end_cut_off_is_named() {
        for (int i = 0; i < JOURNAL.size(); i++) named(JOURNAL.lines().subList(0, i), i);
    }

    @Test
    void cuts_within_an_entry_are_named() {
        Random random = new Random(41);
        for (int i = 0; i < CUTS; i++) cut(random.nextInt(JOURNAL.bytes().length));
    }

    @Test
    void bits_that_fall_over_are_named() {
        Random random = new Random(42);
        for (int i = 0; i < FLIPS; i++)
            flip(random.nextInt(JOURNAL.bytes().length), random.nextInt(Byte.SIZE));
    }

    @Test
    void a_bit_of_any_file_is_found_and_the_file_named() {
        Random random = new Random(43);
        List<String> names = new ArrayList<>(KEPT.names());
        names.removeIf(name -> KEPT.file(name).length == 0);
        for (int i = 0; i < WHOLE_FLIPS; i++) {
            String name = names.get(i % names.size());
            byte[] bytes = KEPT.file(name).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Report report = KEPT.with(name, bytes).asked(Question.hashes());
            assertThat(report.holds()).as(name).isFalse();
            if (name.equals(Verification.JOURNAL))
                assertThat(report.firstRecord()).isPresent();
        }
    }

    @Test
    void a_file_left_out_or_put_in_is_found() {
        for (String name : KEPT.names())
            assertThat(KEPT.without(name).asked(Question.hashes()).faults())
                    .as(name)
                    .extracting(Fault::code)
                    .contains(Code.ARCHIVE_INCOMPLETE);
        assertThat(KEPT.with("more.txt", new byte[] {1})
                        .asked(Question.hashes())
                        .faults())
                .extracting(Fault::code)
                .containsExactly(Code.ARCHIVE_DIFFERS);
    }

    private static void named(List<byte[]> lines, int entry) {
        assertThat(JOURNAL.instead(lines))
                .as("entry " + entry)
                .get()
                .extracting(Fault::position)
                .isEqualTo((long) entry);
    }

    /** The file ends before that byte; where that is between two entries, the next is missing. */
    static void cut(int at) {
        int entry = JOURNAL.entryOf(at);
        int start = JOURNAL.start(entry);
        requireNamed(entry, JOURNAL.from(entry, JOURNAL.bytes(), start, at - start), at);
    }

    static void flip(int at, int bit) {
        byte[] bytes = JOURNAL.bytes();
        int entry = JOURNAL.entryOf(at);
        int start = JOURNAL.start(entry);
        int end = JOURNAL.start(Math.min(entry + 2, JOURNAL.size()));
        bytes[at] ^= (byte) (1 << bit);
        var found = JOURNAL.from(entry, bytes, start, end - start);
        bytes[at] ^= (byte) (1 << bit);
        requireNamed(entry, found, at);
    }

    // Without the words of an assertion, which cost more than what is checked.
    private static void requireNamed(int entry, java.util.Optional<Fault> found, int at) {
        if (found.isEmpty() || found.get().position() != entry)
            throw new AssertionError("byte " + at + " of entry " + entry + ": " + found);
    }
}
