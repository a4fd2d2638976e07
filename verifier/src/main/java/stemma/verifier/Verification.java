package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One check of an archive, from the outside in: its own files against what was signed, the log
 * against its leaves and checkpoints, and what is stated against what follows from the log. What
 * rests on something that does not hold is not looked at.
 */
public final class Verification {
    static final String CONTENTS = "contents.note";
    static final String KEYS = "keys.txt";
    static final String CHECKPOINTS = "checkpoints.txt";
    static final String JOURNAL = "journal.txt";
    static final String LEAVES = "leaves.bin";
    private static final String ITEMS = "tables/catalog.item";
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 28;

    private final Members archive;
    private final Question question;
    private final Report report = new Report();
    private List<Checkpoint> stated = List.of();
    private Optional<Malformed> unreadable = Optional.empty();
    private Chain chain;
    private Contents contents;
    private Log log;

    private Verification(Members archive, Question question) {
        this.archive = archive;
        this.question = question;
    }

    /** Checks the archive; whatever is wrong with it stands in the report. */
    public static Report of(Members archive, Question question) {
        Verification verification = new Verification(archive, question);
        try {
            verification.run();
        } catch (Broken broken) {
            verification.report.found(broken.fault());
        } catch (IOException unreadable) {
            verification.report.found(Fault.of(
                    Code.ARCHIVE_UNREADABLE,
                    "a file in it cannot be read: " + unreadable.getMessage()));
        }
        return verification.report;
    }

    private void run() throws IOException {
        chain = chain(keys());
        chain.tell(report);
        signedContents();
        files();
        List<Checkpoint> checkpoints = checkpoints();
        log = new Log(new Tree(), checkpoints);
        Optional<ReadOnce> once = once();
        journal(once);
        checkpoints.stream()
                .max(Comparator.comparingLong(Checkpoint::size))
                .ifPresent(last -> report.told("last checkpoint " + last.at() + ", root "
                        + Base64.getEncoder().encodeToString(last.root())));
        if (question.depth() == Depth.WHOLE && report.holds()) {
            Optional<Derivation> derived = once.flatMap(one -> one.derived(log.corrected()));
            compare(derived.isPresent() ? derived.get() : derived());
        }
    }

    /** Believes the keys that were given, else the archive's own. */
    private List<Key> keys() throws IOException {
        try {
            List<Key> own = Key.all(text(KEYS));
            if (question.keys().isEmpty()) return own;
            return Key.all(String.join("\n", question.keys()));
        } catch (Malformed malformed) {
            throw new Broken(Code.KEY_MALFORMED, malformed.getMessage());
        }
    }

    /** What cannot be read of the checkpoints is told where they are checked. */
    private Chain chain(List<Key> believed) throws IOException {
        try {
            List<Checkpoint> all = new ArrayList<>();
            if (archive.names().contains(CHECKPOINTS))
                all.addAll(Checkpoint.all(text(CHECKPOINTS)));
            for (String held : question.checkpoints()) all.add(Checkpoint.of(held));
            stated = all;
        } catch (Malformed malformed) {
            unreadable = Optional.of(malformed);
        }
        return Chain.of(believed, stated, report);
    }

    /** A file whose signature does not hold may still say which record was changed: goes on. */
    private void signedContents() throws IOException {
        Note note;
        try {
            note = Note.of(text(CONTENTS));
        } catch (Malformed malformed) {
            throw new Broken(Code.ARCHIVE_NOT_SIGNED, CONTENTS + ": " + malformed.getMessage());
        }
        contents = Contents.of(note.text());
        if (!chain.signed(note, contents.size()))
            report.found(Fault.of(
                    Code.ARCHIVE_NOT_SIGNED,
                    "no key that is known, or none in its time, signed " + CONTENTS));
    }

    /** Every file but the journal, of which each entry is held against its leaf. */
    private void files() throws IOException {
        Set<String> there = new HashSet<>(archive.names());
        there.remove(CONTENTS);
        for (String name : there) {
            if (!contents.members().containsKey(name))
                report.found(Fault.of(
                        Code.ARCHIVE_DIFFERS, "it holds " + name + ", which was not exported"));
        }
        for (String name : contents.members().keySet()) {
            if (!there.contains(name))
                throw new Broken(Code.ARCHIVE_INCOMPLETE, "there is no " + name);
            if (!name.equals(JOURNAL)) file(name);
        }
        for (String name : List.of(KEYS, CHECKPOINTS, JOURNAL, LEAVES)) require(name);
        report.checked(contents.members().size(), "files against the signed contents");
    }

    private void file(String name) throws IOException {
        MessageDigest sha256 = Hash.sha256();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        try (InputStream from = archive.open(name)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                sha256.update(buffer, 0, read);
                length += read;
            }
        }
        compare(name, length, sha256.digest());
    }

    private void compare(String name, long length, byte[] digest) {
        Contents.Member stated = contents.members().get(name);
        boolean same = stated != null
                && stated.length() == length
                && Arrays.equals(stated.digest(), digest);
        if (!same) differs(name);
    }

    private void differs(String name) {
        report.found(Fault.of(Code.ARCHIVE_DIFFERS, name + " is not what was exported"));
    }

    /** Those of the archive and those kept elsewhere, each signed by a key that is believed. */
    private List<Checkpoint> checkpoints() throws IOException {
        if (unreadable.isPresent())
            throw new Broken(Code.CHECKPOINT_NOT_SIGNED, unreadable.get().getMessage());
        int own = stated.size() - question.checkpoints().size();
        if (own == 0) throw new Broken(Code.CHECKPOINT_MISSING, "the archive holds no checkpoint");
        List<Checkpoint> signed = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            Optional<Fault> fault = chain.fault(stated.get(i), i >= own);
            fault.ifPresent(report::found);
            if (fault.isEmpty()) signed.add(stated.get(i));
        }
        inOrder(stated.subList(0, own));
        sameRoots(signed);
        report.checked(signed.size(), "checkpoints and their signatures");
        return signed;
    }

    private void inOrder(List<Checkpoint> own) {
        for (int i = 1; i < own.size(); i++) {
            Checkpoint before = own.get(i - 1);
            Checkpoint one = own.get(i);
            if (one.size() <= before.size() || one.at().isBefore(before.at()))
                throw new Broken(
                        Code.CHECKPOINT_TURNED_BACK,
                        "the checkpoint of " + one.size() + " entries follows one of "
                                + before.size());
        }
        if (own.getLast().size() != contents.size())
            throw new Broken(
                    Code.LOG_TOO_SHORT, own.getLast().size(), "the last checkpoint covers fewer");
    }

    private static void sameRoots(List<Checkpoint> signed) {
        for (Checkpoint one : signed) {
            for (Checkpoint other : signed) {
                if (one.size() == other.size() && !Arrays.equals(one.root(), other.root()))
                    throw new Broken(
                            Code.ROOT_DIFFERS,
                            "two signed checkpoints of " + one.size()
                                    + " entries have other roots");
            }
        }
    }

    /** What is not wholly as it was signed is not read for what it says. */
    private Optional<ReadOnce> once() throws IOException {
        if (question.depth() != Depth.WHOLE || !report.holds()) return Optional.empty();
        return ReadOnce.of(archive, items());
    }

    private void journal(Optional<ReadOnce> once) throws IOException {
        try (InputStream leaves = new BufferedInputStream(archive.open(LEAVES), BUFFER);
                InputStream lines = archive.open(JOURNAL)) {
            Entries entries = new Entries(lines, 0);
            log.read(entries, leaves, entry -> once.ifPresent(one -> one.take(entry)));
            Contents.Member stated = contents.members().get(JOURNAL);
            if (stated == null || stated.length() != entries.length()) differs(JOURNAL);
        }
        if (log.tree().size() > contents.size())
            throw new Broken(
                    Code.LOG_TOO_LONG,
                    contents.size(),
                    "no checkpoint covers the entries from here");
        report.checked(log.tree().size(), "entries, each in its place in the log");
    }

    private Items items() throws IOException {
        try (InputStream items = open(ITEMS)) {
            return Items.read(items);
        } catch (Malformed malformed) {
            throw new Broken(Code.ARCHIVE_DIFFERS, ITEMS + ": " + malformed.getMessage());
        }
    }

    private Derivation derived() throws IOException {
        Derivation derivation = new Derivation(log.corrected(), items());
        try (InputStream lines = archive.open(JOURNAL)) {
            Entries entries = new Entries(lines, 0);
            while (entries.next()) derivation.take(entries);
        }
        return derivation;
    }

    private void compare(Derivation derivation) throws IOException {
        derivation.end();
        report.checked(derivation.events(), "events read, the rest is audit trail");
        report.checked(derivation.rows().links(), "links that the events state");
        Stated tables = new Stated(archive, log.corrected(), derivation);
        tables.compare();
        report.checked(derivation.lots().count(), "lots, their stock, links and status as stated");
        report.checked(tables.elsewhere(), "containers and holds as stated");
    }

    private InputStream open(String name) throws IOException {
        require(name);
        return archive.open(name);
    }

    private void require(String name) {
        if (!archive.names().contains(name))
            throw new Broken(Code.ARCHIVE_INCOMPLETE, "there is no " + name);
    }

    private String text(String name) throws IOException {
        try (InputStream from = open(name)) {
            return new String(from.readNBytes(LONGEST_TEXT), UTF_8);
        }
    }
}
