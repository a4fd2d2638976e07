package stemma.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program: reads what was asked, checks one archive, prints the report. */
public final class Verify {
    static final int HOLDS = 0;
    static final int DOES_NOT_HOLD = 1;
    static final int NOT_CHECKED = 2;
    private static final String USAGE = """
            bin/stemma verify ARCHIVE [--hashes] [--checkpoint FILE]... [--key FILE]...
            bin/stemma verify --proof FILE --key FILE [--checkpoint FILE]...

            Checks an archive that bin/stemma export wrote, without a database and without any code
            of the server: every hash and signature, and whether the lots, stock and links that it
            states follow from its entries. Names the first record that does not hold.

              --hashes           hashes and signatures only; nothing is derived
              --checkpoint FILE  a checkpoint that was kept elsewhere, or the mail with which it
                                 came as it was saved; the archive must continue it. One by
                                 which a key handed over to the next joins the two
              --key FILE         the public keys that you know; without, the archive's own are
                                 believed and printed, for you to compare
              --proof FILE       instead of an archive, the proof of one record

            exit 0: it holds.  exit 1: it does not.  exit 2: it could not be checked.""";

    private Verify() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.out, System.err));
    }

    /** Does what the words ask and tells it; returns the code with which the program ends. */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.contains("--help")) {
            out.println(USAGE);
            return HOLDS;
        }
        try {
            return check(words, out);
        } catch (IOException unreadable) {
            err.println("stemma: not checked: cannot read " + unreadable.getMessage());
        } catch (IllegalArgumentException misused) {
            err.println("stemma: not checked: " + misused.getMessage());
            err.println(USAGE);
        } catch (RuntimeException fault) {
            err.println("stemma: not checked: a fault of this program: " + fault);
            fault.printStackTrace(err);
        }
        return NOT_CHECKED;
    }

    private static int check(List<String> words, PrintStream out) throws IOException {
        Depth depth = Depth.WHOLE;
        List<String> files = new ArrayList<>();
        List<String> checkpoints = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--hashes" -> depth = Depth.HASHES;
                case "--checkpoint" -> checkpoints.addAll(SavedMail.notes(bytesAfter(words, i++)));
                case "--proof" -> proofs.add(after(words, i++));
                case "--key" -> keys.add(after(words, i++));
                default -> files.add(words.get(i));
            }
        }
        if (!proofs.isEmpty() && files.isEmpty())
            return told(proven(proofs, keys, checkpoints), out);
        if (files.size() != 1 || files.getFirst().startsWith("--"))
            throw new IllegalArgumentException("name one archive");
        Path archive = Path.of(files.getFirst());
        if (!Files.isReadable(archive)) throw new IOException(archive.toString());
        return told(report(archive, new Question(depth, checkpoints, keys)), out);
    }

    private static int told(Report report, PrintStream out) {
        report.lines().forEach(out::println);
        return report.holds() ? HOLDS : DOES_NOT_HOLD;
    }

    private static Report proven(List<String> proofs, List<String> keys, List<String> checkpoints) {
        if (proofs.size() != 1 || keys.isEmpty())
            throw new IllegalArgumentException("name one proof, and with --key the key you know");
        try {
            return Proof.of(proofs.getFirst())
                    .check(
                            Key.all(String.join("\n", keys)),
                            checkpoints.stream().map(Checkpoint::of).toList());
        } catch (Malformed malformed) {
            Report report = new Report();
            report.found(Fault.of(Code.ENTRY_MALFORMED, malformed.getMessage()));
            return report;
        } catch (Broken broken) {
            Report report = new Report();
            report.found(broken.fault());
            return report;
        }
    }

    private static Report report(Path archive, Question question) throws IOException {
        ZipMembers members;
        try {
            members = ZipMembers.open(archive);
        } catch (IOException noArchive) {
            Report report = new Report();
            report.found(Fault.of(
                    Code.ARCHIVE_UNREADABLE,
                    archive + " is no whole archive: " + noArchive.getMessage()));
            return report;
        }
        try (members) {
            return Verification.of(members, question);
        }
    }

    private static String after(List<String> words, int at) throws IOException {
        return Files.readString(fileAfter(words, at));
    }

    private static byte[] bytesAfter(List<String> words, int at) throws IOException {
        return Files.readAllBytes(fileAfter(words, at));
    }

    private static Path fileAfter(List<String> words, int at) {
        if (at + 1 == words.size())
            throw new IllegalArgumentException(words.get(at) + " needs a file after it");
        return Path.of(words.get(at + 1));
    }
}
