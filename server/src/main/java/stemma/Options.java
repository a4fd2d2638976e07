package stemma;

import stemma.database.DatabaseChoice;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was given: files, and settings as {@code --name value} or, where that is absent,
 * as the environment's {@code STEMMA_NAME}.
 */
record Options(List<String> files, Map<String, String> given, Map<String, String> environment) {
    Options {
        files = List.copyOf(files);
        given = Map.copyOf(given);
        environment = Map.copyOf(environment);
    }

    /** Reads the words after the command; a setting without a value is refused. */
    static Options read(List<String> words, Map<String, String> environment) {
        List<String> files = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--") || word.equals("--update")) files.add(word);
            else if (i + 1 < words.size()) given.put(word.substring(2), words.get(++i));
            else throw new IllegalArgumentException(word + " needs a value after it");
        }
        return new Options(files, given, environment);
    }

    Optional<String> setting(String name) {
        String typed = given.get(name);
        if (typed != null) return Optional.of(typed);
        String variable = "STEMMA_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }

    DatabaseChoice database() {
        return DatabaseChoice.from(environment, data());
    }

    /** Returns the directory for what outlives the program. */
    Path data() {
        return Path.of(setting("data").orElse("data")).toAbsolutePath();
    }

    String onlyFile() {
        if (files.size() != 1)
            throw new IllegalArgumentException("name one file, not " + files.size());
        return files.getFirst();
    }

    int port() {
        String port = setting("port").orElse("8080");
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("--port needs a number, not " + port, malformed);
        }
    }

    /** Returns the address to listen on; only this machine unless told. */
    String address() {
        return setting("address").orElse("127.0.0.1");
    }

    ZoneId zone() {
        return setting("zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    }
}
