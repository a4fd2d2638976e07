package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Who owns the database and hashes everything anew is found by what he cannot sign. */
class ForgeryTest {
    private static final int CHANGED = 417;
    private static final Kept KEPT = Kept.thousand();
    private static final String KEY = new String(KEPT.file(Verification.KEYS), UTF_8);
    private static final Sealing FORGER = new Sealing("factory");

    @TempDir
    Path folder;

    @Test
    void an_entry_hashed_anew_without_the_key_is_found_by_its_checkpoint() {
        Kept forged = FORGER.sealed(changed());
        // He keeps the checkpoints and the key that he could not make.
        for (String name : List.of(Verification.CHECKPOINTS, Verification.KEYS))
            forged = forged.with(name, KEPT.file(name));
        Report report = FORGER.contents(forged, size()).asked(Question.hashes());
        assertThat(report.faults())
                .extracting(Fault::code)
                .containsExactly(Code.ARCHIVE_NOT_SIGNED, Code.ROOT_DIFFERS);
        long named = report.firstRecord().orElseThrow().position();
        assertThat(named).isLessThanOrEqualTo(CHANGED);
        assertThat(covering(named)).isGreaterThan(CHANGED);
    }

    @Test
    void all_hashed_and_signed_anew_is_found_by_the_key_that_is_known() {
        Kept forged = FORGER.sealed(changed(), 100, 500);
        assertThat(forged.asked(Question.hashes()).holds()).isTrue();
        Report report = forged.asked(new Question(Depth.HASHES, List.of(), List.of(KEY)));
        assertThat(report.faults())
                .extracting(Fault::code)
                .contains(Code.ARCHIVE_NOT_SIGNED, Code.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void all_hashed_and_signed_anew_is_found_by_a_checkpoint_kept_elsewhere() {
        Kept forged = FORGER.sealed(changed(), 100, 500);
        for (Checkpoint held : checkpoints()) {
            String note = held.note().text() + "\n" + held.note().signatures().getFirst() + "\n";
            Report report = forged.asked(new Question(Depth.HASHES, List.of(note), List.of()));
            assertThat(report.faults())
                    .extracting(Fault::code)
                    .containsExactly(Code.CHECKPOINT_NOT_SIGNED);
            assertThat(KEPT.asked(new Question(Depth.HASHES, List.of(note), List.of(KEY)))
                            .holds())
                    .isTrue();
        }
    }

    @Test
    void the_owner_of_the_key_cannot_change_what_he_has_given_out() {
        Sealing owner = new Sealing("owner");
        Kept first = owner.sealed(KEPT, 300);
        String given = Checkpoint.all(new String(first.file(Verification.CHECKPOINTS), UTF_8))
                .getLast()
                .note()
                .text();
        Kept second = owner.sealed(changed(), 300);
        String note = given + "\n"
                + Checkpoint.all(new String(first.file(Verification.CHECKPOINTS), UTF_8))
                        .getLast()
                        .note()
                        .signatures()
                        .getFirst()
                + "\n";
        Question question = new Question(Depth.HASHES, List.of(note), List.of(owner.key()));
        assertThat(first.asked(question).holds()).isTrue();
        assertThat(second.asked(question).faults())
                .extracting(Fault::code)
                .containsExactly(Code.ROOT_DIFFERS);
    }

    @Test
    void a_log_shorter_than_a_checkpoint_kept_elsewhere_names_the_first_that_is_missing() {
        Sealing owner = new Sealing("owner");
        String note = Checkpoint.all(
                        new String(owner.sealed(KEPT).file(Verification.CHECKPOINTS), UTF_8))
                .getLast()
                .note()
                .text();
        Kept whole = owner.sealed(KEPT);
        Checkpoint last = Checkpoint.all(new String(whole.file(Verification.CHECKPOINTS), UTF_8))
                .getLast();
        String held = note + "\n" + last.note().signatures().getFirst() + "\n";
        Journal journal = new Journal(KEPT);
        byte[] begin = java.util.Arrays.copyOf(journal.bytes(), journal.start(700));
        Kept shorter = owner.sealed(KEPT.with(Verification.JOURNAL, begin));
        assertThat(shorter.asked(Question.hashes()).holds()).isTrue();
        Report report = shorter.asked(new Question(Depth.HASHES, List.of(held), List.of()));
        assertThat(report.firstRecord()).get().satisfies(first -> {
            assertThat(first.code()).isEqualTo(Code.LOG_TOO_SHORT);
            assertThat(first.position()).isEqualTo(700);
        });
    }

    @Test
    void entries_that_no_checkpoint_covers_are_named() {
        Sealing owner = new Sealing("owner");
        Journal journal = new Journal(KEPT);
        byte[] begin = java.util.Arrays.copyOf(journal.bytes(), journal.start(700));
        Kept shorter = owner.sealed(KEPT.with(Verification.JOURNAL, begin));
        Kept longer = owner.sealed(KEPT)
                .with(Verification.CHECKPOINTS, shorter.file(Verification.CHECKPOINTS));
        Report report = owner.contents(longer, 700).asked(Question.whole());
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.LOG_TOO_LONG);
            assertThat(fault.position()).isEqualTo(700);
        });
    }

    @Test
    void contents_that_do_not_state_a_file_are_found() {
        Sealing owner = new Sealing("owner");
        Kept whole = owner.sealed(KEPT);
        for (String file : KEPT.names()) {
            if (file.equals(Verification.CONTENTS)) continue;
            byte[] silent = owner.contents(whole.without(file), size()).file(Verification.CONTENTS);
            Report report = whole.with(Verification.CONTENTS, silent).asked(Question.hashes());
            assertThat(report.faults())
                    .as(file)
                    .extracting(Fault::code)
                    .contains(Code.ARCHIVE_DIFFERS);
        }
    }

    @Test
    void a_bit_of_the_zip_file_is_found_or_changes_nothing_that_is_in_it() throws IOException {
        byte[] whole = Kept.bytes();
        Random random = new Random(44);
        Path file = folder.resolve("flipped.zip");
        int found = 0;
        for (int i = 0; i < 200; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, flipped);
            if (!holds(file)) found++;
            else assertThat(files(file)).isEqualTo(files(Files.write(folder.resolve("w"), whole)));
        }
        assertThat(found).isGreaterThan(190);
        for (int part = 0; part < 20; part++) {
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length * part / 20));
            assertThat(holds(file)).as("part " + part).isFalse();
        }
    }

    private static boolean holds(Path file) {
        try (ZipMembers archive = ZipMembers.open(file)) {
            return Verification.of(archive, Question.hashes()).holds();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String files(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipMembers archive = ZipMembers.open(file)) {
            for (String name : archive.names())
                all.append(name)
                        .append(java.util.Arrays.hashCode(archive.open(name).readAllBytes()));
        }
        return all.toString();
    }

    private static Kept changed() {
        Journal journal = new Journal(KEPT);
        byte[] bytes = journal.bytes().clone();
        int at = journal.start(CHANGED + 1) - 3;
        while (!Character.isLetter(bytes[at])) at--;
        bytes[at] ^= 2;
        return KEPT.with(Verification.JOURNAL, bytes);
    }

    private static long size() {
        return new Journal(KEPT).size();
    }

    private static List<Checkpoint> checkpoints() {
        return Checkpoint.all(new String(KEPT.file(Verification.CHECKPOINTS), UTF_8));
    }

    private static long covering(long entry) {
        return checkpoints().stream()
                .mapToLong(Checkpoint::size)
                .filter(size -> size > entry)
                .min()
                .orElseThrow();
    }
}
