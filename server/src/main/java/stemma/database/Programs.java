package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program of PostgreSQL to its end, in an environment free of the caller's settings. */
final class Programs {
    private Programs() {}

    static ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    static String output(String... command) {
        return output(List.of(command));
    }

    static String output(List<String> command) {
        try {
            Process process = prepared(command).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0)
                throw new DatabaseRefused(
                        "database_program_failed",
                        "`" + String.join(" ", command) + "` ended with " + code + ": "
                                + said.strip());
            return said.strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", stopped);
        }
    }
}
