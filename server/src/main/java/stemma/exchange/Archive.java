package stemma.exchange;

import stemma.database.Database;
import stemma.journal.Checkpoint;
import stemma.journal.EntryBytes;
import stemma.journal.Journal;
import stemma.journal.Restoration;
import stemma.journal.SealedEntry;
import stemma.journal.Sealer;
import stemma.journal.VerifyingKey;
import stemma.ledger.Ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A whole ledger in one ZIP file: the journal's bytes, its checkpoints, the keys to prove them,
 * masters, people and their roles; never a password, token or session. Restored, it gives the same
 * bytes, the same roots, the same stock and the same traces.
 */
public final class Archive {
    private static final String JOURNAL = "journal.txt";
    private static final String CHECKPOINTS = "checkpoints.txt";
    private static final String KEYS = "keys.txt";
    private static final String TABLES = "tables/";
    private static final String BETWEEN = "\n\n\n";

    private final Database database;
    private final Tables tables;

    public Archive(Database database, List<String> tables) {
        this.database = database;
        this.tables = new Tables(database, tables);
    }

    /** Writes everything leaf up to now; returns how many entries that is. */
    public long export(Journal journal, Sealer sealer, VerifyingKey key, Path file)
            throws IOException {
        sealer.seal();
        long size = journal.sealed().size();
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream raw = Files.newOutputStream(partial);
                ZipOutputStream zip = new ZipOutputStream(raw)) {
            zip.putNextEntry(new ZipEntry(JOURNAL));
            journal.eachSealed(0, size, leaf -> write(zip, leaf));
            zip.putNextEntry(new ZipEntry(CHECKPOINTS));
            List<String> notes =
                    journal.checkpoints().stream().map(Checkpoint::note).toList();
            zip.write(String.join(BETWEEN, notes).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(KEYS));
            zip.write((key + "\n").getBytes(StandardCharsets.UTF_8));
            for (String table : tables.names()) {
                zip.putNextEntry(new ZipEntry(TABLES + table));
                tables.copyOut(table, zip);
            }
        }
        Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return size;
    }

    /**
     * An entry is one line: envelope, tab, body; canonical JSON holds neither tab nor line feed.
     */
    private static void write(ZipOutputStream zip, SealedEntry leaf) {
        try {
            zip.write(leaf.entry().envelope());
            zip.write('\t');
            zip.write(leaf.entry().body());
            zip.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Fills an empty database from an archive, proves the journal against its checkpoints, and
     * computes lots, stock and genealogy anew. Refused as {@link Restoration} says, with nothing
     * changed.
     */
    public Checkpoint restore(Path file, Ledger ledger, Journal journal) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<VerifyingKey> keys = new ArrayList<>();
            text(zip, KEYS)
                    .lines()
                    .filter(l -> !l.isBlank())
                    .forEach(l -> keys.add(VerifyingKey.of(l)));
            List<String> notes = List.of(text(zip, CHECKPOINTS).split(BETWEEN));
            Checkpoint last;
            try (BufferedReader entries = new BufferedReader(new InputStreamReader(
                    zip.getInputStream(zip.getEntry(JOURNAL)), StandardCharsets.UTF_8))) {
                Iterator<EntryBytes> bytes = entries.lines().map(Archive::entry).iterator();
                last = new Restoration(database.owner()).restore(bytes, notes, keys);
            }
            for (String table : tables.names()) {
                tables.copyIn(table, zip.getInputStream(zip.getEntry(TABLES + table)));
            }
            ledger.rebuild(journal);
            return last;
        }
    }

    private static EntryBytes entry(String line) {
        int tab = line.indexOf('\t');
        return new EntryBytes(
                line.substring(0, tab).getBytes(StandardCharsets.UTF_8),
                line.substring(tab + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new IOException("the archive has no " + name);
        return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
