package stemma.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which database to open: the embedded one of a directory, or a server named by the environment
 * (STEMMA_DATABASE_URL, _USER, _PASSWORD; _OWNER_ and _SEALER_ where those roles are apart).
 */
public sealed interface DatabaseChoice {

    /** The embedded database of a data directory, with further settings, each name=value. */
    record Embedded(Path directory, List<String> settings) implements DatabaseChoice {
        public Embedded {
            settings = List.copyOf(settings);
        }

        public Embedded(Path directory) {
            this(directory, List.of());
        }
    }

    /** A server of PostgreSQL 15 or newer that somebody else runs. */
    record External(String url, Logins logins) implements DatabaseChoice {}

    /** Reads the choice; without a URL it is the embedded database of {@code directory}. */
    static DatabaseChoice from(Map<String, String> environment, Path directory) {
        String url = environment.getOrDefault("STEMMA_DATABASE_URL", "");
        if (url.isBlank()) return new Embedded(directory);
        if (!url.startsWith("jdbc:postgresql:"))
            throw new DatabaseRefused(
                    "database_url_malformed",
                    "STEMMA_DATABASE_URL must look like jdbc:postgresql://host:5432/stemma.");
        Login app = login(environment, "STEMMA_DATABASE_");
        if (app.user().isEmpty())
            throw new DatabaseRefused(
                    "database_user_missing",
                    "STEMMA_DATABASE_URL is set, so STEMMA_DATABASE_USER and"
                            + " STEMMA_DATABASE_PASSWORD must be set too.");
        Login owner = or(login(environment, "STEMMA_DATABASE_OWNER_"), app);
        Login sealer = or(login(environment, "STEMMA_DATABASE_SEALER_"), owner);
        return new External(url, new Logins(app, owner, sealer));
    }

    private static Login login(Map<String, String> environment, String prefix) {
        return new Login(
                environment.getOrDefault(prefix + "USER", ""),
                environment.getOrDefault(prefix + "PASSWORD", ""));
    }

    private static Login or(Login given, Login otherwise) {
        return given.user().isEmpty() ? otherwise : given;
    }
}
