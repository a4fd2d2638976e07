package stemma.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of an embedded database, drawn once and kept in a file that only its owner reads.
 */
record Passwords(Login superuser, Logins logins) {
    private static final int PASSWORD_BYTES = 24;

    static Passwords keptIn(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) draw(file, random);
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new Passwords(
                    login(kept, "postgres"),
                    new Logins(
                            login(kept, "stemma_app"),
                            login(kept, "stemma_owner"),
                            login(kept, "stemma_sealer")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Written beside and renamed: a file that exists is whole. */
    private static void draw(Path file, SecureRandom random) throws IOException {
        Properties drawn = new Properties();
        for (String user : new String[] {"postgres", "stemma_app", "stemma_owner", "stemma_sealer"})
            drawn.setProperty(user, password(random));
        Path partial = file.resolveSibling(file.getFileName() + ".making");
        Files.deleteIfExists(partial);
        Files.createFile(
                partial,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(partial)) {
            drawn.store(writer, "Roles of the embedded database. Keep with the database.");
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Login login(Properties kept, String user) {
        String password = kept.getProperty(user);
        if (password == null)
            throw new DatabaseRefused(
                    "password_file_damaged", "The password file has no line for " + user + ".");
        return new Login(user, password);
    }
}
