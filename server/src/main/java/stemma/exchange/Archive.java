package stemma.exchange;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.database.Database;
import stemma.journal.Checkpoint;
import stemma.journal.EntryBytes;
import stemma.journal.Journal;
import stemma.journal.Restoration;
import stemma.journal.RestoreRefused;
import stemma.journal.SealedEntry;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.journal.Standstill;
import stemma.journal.VerifyingKey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A whole ledger in one ZIP file: the journal's bytes, its checkpoints, the keys to prove them,
 * masters, people and their roles; never a password, token or session. Restored, it gives the same
 * bytes, the same roots, the same stock and the same traces.
 */
public final class Archive {
    private static final String JOURNAL = "journal.txt";
    private static final String LEAVES = "leaves.bin";
    private static final String CHECKPOINTS = "checkpoints.txt";
    private static final String TABLES = "tables/";
    private static final String STATED = "stated/";
    private static final String STATED_VIEW = ".stated_";
    // The line that signs a note is its last.
    private static final String SIGNED = "— ";

    private final Tables tables;
    private final Tables onTop;
    private final Tables stated;
    private final Restoration restoration;
    private final TransactionTemplate owning;
    private final Standstill standstill;

    /**
     * @param tables are filled before the rooms compute the rest anew, and may be read by them
     * @param onTop rest on what is computed, such as reservations on lots, and are filled after it
     * @param stated say what was computed, so that a program not ours can compare; never restored
     */
    public Archive(
            Database database, List<String> tables, List<String> onTop, List<String> stated) {
        this.tables = new Tables(database, tables);
        this.onTop = new Tables(database, onTop);
        this.stated = new Tables(database, stated);
        this.standstill = new Standstill(database.owner());
        this.restoration = new Restoration(database.owner());
        this.owning = new TransactionTemplate(new DataSourceTransactionManager(database.owner()));
        // One view of all tables, taken while everything is sealed.
        this.owning.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Writes everything sealed up to now; returns how many entries that is. */
    public long export(
            Journal journal,
            Sealer sealer,
            SealingKey key,
            Collection<VerifyingKey> earlier,
            Path file)
            throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        long size;
        try (OutputStream raw = Files.newOutputStream(partial);
                ArchiveWriting archive = new ArchiveWriting(raw)) {
            size = tables(sealer, archive);
            archive.member(JOURNAL, to -> journal.eachSealed(0, size, entry -> write(to, entry)));
            archive.member(LEAVES, to -> journal.eachLeaf(0, size, leaf -> write(to, leaf)));
            archive.text(CHECKPOINTS, notes(journal, size));
            archive.text(ArchiveReading.KEYS, keys(key, earlier));
            archive.sign(key, size);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        return size;
    }

    /**
     * Fills an empty database with an archive, proves the journal against its checkpoints and those
     * that were {@code held} elsewhere, and lets the rooms compute the rest anew; all or nothing.
     * Refused with {@link RestoreRefused}: {@code archive_unreadable}, {@code archive_incomplete},
     * {@code archive_not_signed}, {@code archive_differs}, {@code archive_form_unknown},
     * {@code archive_of_newer_program}, {@code checkpoint_not_signed}, or as {@link Restoration}
     * says.
     */
    public Restored restore(Path file, Collection<String> held, Anew anew) {
        try (ArchiveReading archive = ArchiveReading.open(file)) {
            return owning.execute(status -> fill(archive, held, anew));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How the rooms compute anew what is in no archive. */
    public interface Anew {
        /** Computes everything that follows from the journal and the masters. */
        void rebuild();

        /** Has what came on top of it name what was computed. */
        default void refer() {}
    }

    /** What was restored: the checkpoint that proves it and the keys that signed the log. */
    public record Restored(Checkpoint proven, List<VerifyingKey> keys) {}

    /** What the tables hold is what the entries that are sealed by now have made of them. */
    private long tables(Sealer sealer, ArchiveWriting archive) {
        Long size = owning.execute(status -> {
            long sealed = standstill.seal(status, sealer);
            try {
                for (Tables some : List.of(tables, onTop)) {
                    for (String table : some.names())
                        archive.member(TABLES + table, to -> some.copyOut(table, to));
                }
                for (String view : stated.names())
                    archive.member(STATED + word(view), to -> stated.copyOut(view, to));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return sealed;
        });
        if (size == null) throw new IllegalStateException("a transaction answers");
        return size;
    }

    /** A view that states something of its room is named {@code ROOM.stated_WORD}. */
    private static String word(String view) {
        return view.substring(view.indexOf(STATED_VIEW) + STATED_VIEW.length());
    }

    private static String notes(Journal journal, long size) {
        return journal.checkpoints().stream()
                .filter(checkpoint -> checkpoint.size() <= size)
                .map(Checkpoint::note)
                .collect(Collectors.joining("\n"));
    }

    private static String keys(SealingKey key, Collection<VerifyingKey> earlier) {
        Set<String> keys = new LinkedHashSet<>();
        earlier.forEach(one -> keys.add(one.toString()));
        keys.add(key.verifying().toString());
        return String.join("\n", keys) + "\n";
    }

    /**
     * An entry is one line: envelope, tab, body; canonical JSON holds neither tab nor line feed.
     */
    private static void write(OutputStream to, SealedEntry sealed) {
        try {
            to.write(sealed.entry().envelope());
            to.write('\t');
            to.write(sealed.entry().body());
            to.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(OutputStream to, byte[] leaf) {
        try {
            to.write(leaf);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Restored fill(ArchiveReading archive, Collection<String> held, Anew anew) {
        try {
            List<String> notes = new ArrayList<>(notes(archive));
            notes.addAll(held);
            Checkpoint proven;
            try (BufferedReader lines = reader(archive, JOURNAL)) {
                Iterator<EntryBytes> entries = lines.lines().map(Archive::entry).iterator();
                proven = restoration.restore(entries, notes, archive.keys());
            }
            fill(tables, archive);
            anew.rebuild();
            fill(onTop, archive);
            anew.refer();
            return new Restored(proven, archive.keys());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A table that its program did not have yet stays as migrations made it. */
    private static void fill(Tables tables, ArchiveReading archive) throws IOException {
        List<String> exported = tables.names().stream()
                .filter(table -> archive.holds(TABLES + table))
                .toList();
        tables.empty(exported);
        for (String table : exported) tables.copyIn(table, archive.member(TABLES + table));
    }

    private static List<String> notes(ArchiveReading archive) throws IOException {
        List<String> notes = new ArrayList<>();
        try (BufferedReader lines = reader(archive, CHECKPOINTS)) {
            StringBuilder note = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (note.isEmpty() && line.isEmpty()) continue;
                note.append(line).append('\n');
                if (!line.startsWith(SIGNED)) continue;
                notes.add(note.toString());
                note.setLength(0);
            }
            if (!note.isEmpty()) notes.add(note.toString());
        }
        return notes;
    }

    private static EntryBytes entry(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0)
            throw new RestoreRefused("entry_malformed", "a line is not envelope, tab and body");
        return new EntryBytes(
                line.substring(0, tab).getBytes(StandardCharsets.UTF_8),
                line.substring(tab + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(ArchiveReading archive, String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(archive.member(name), StandardCharsets.UTF_8));
    }
}
