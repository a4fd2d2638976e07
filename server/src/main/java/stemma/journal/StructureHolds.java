package stemma.journal;

import stemma.database.Structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * That the database enforces what it did when this version made it: rights, constraints, triggers
 * and functions. What it was is kept in a file outside the database, where its superuser cannot
 * change it too.
 */
public final class StructureHolds implements Invariant {
    private final Structure structure;
    private final Path file;

    /** Keeps in the file how the database is now, unless it holds how this version made it. */
    public StructureHolds(Structure structure, Path file) {
        this.structure = structure;
        this.file = file;
        String version = structure.version();
        if (Files.exists(file) && read().getFirst().equals(version)) return;
        List<String> lines = new ArrayList<>(List.of(version));
        lines.addAll(structure.lines());
        Copies.replace(file, String.join("\n", lines) + "\n");
    }

    @Override
    public String word() {
        return "database_enforces";
    }

    @Override
    public String sentence() {
        return "Rights, constraints, triggers and functions of the database are as they were made.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        List<String> kept = read();
        TreeSet<String> gone = new TreeSet<>(kept.subList(1, kept.size()));
        TreeSet<String> come = new TreeSet<>(structure.lines());
        int looked = come.size();
        come.removeIf(gone::remove);
        for (String line : gone) findings.accept(Finding.of("structure_gone", line));
        for (String line : come) findings.accept(Finding.of("structure_new", line));
        return Slice.end(looked);
    }

    private List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file.getFileName() + " not read", failure);
        }
    }
}
