package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Root starts it in a user namespace of its own, where it is
 * nobody; where the machine forbids that, as the user nobody, who must then reach the directory.
 */
record OrdinaryUser(List<String> prefix, boolean ownsFiles) {
    private static final String NOBODY = "65534";

    static OrdinaryUser find() {
        if (!"root".equals(System.getProperty("user.name")))
            return new OrdinaryUser(List.of(), false);
        if (works("unshare", "-U", "true"))
            return new OrdinaryUser(List.of("unshare", "-U"), false);
        List<String> setpriv =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true"))
            return new OrdinaryUser(setpriv, true);
        throw new DatabaseRefused(
                "root_cannot_start_database",
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                        + " start Stemma as an ordinary user.");
    }

    /** Gives the directory to nobody where PostgreSQL runs as nobody. */
    void own(Path directory) {
        if (!ownsFiles) return;
        for (Path above = directory.toAbsolutePath().getParent();
                above != null;
                above = above.getParent()) refuseUnlessReachable(above, directory);
        Programs.output("chown", "-R", NOBODY + ":" + NOBODY, directory.toString());
    }

    private static void refuseUnlessReachable(Path above, Path directory) {
        try {
            if (Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE))
                return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new DatabaseRefused(
                "database_directory_unreachable",
                "Started as root, PostgreSQL runs as the user nobody, who cannot enter " + above
                        + " on the way to " + directory
                        + ": choose another data directory or start as an ordinary user.");
    }

    private static boolean works(String... command) {
        try {
            return Programs.prepared(List.of(command)).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
