package stemma.bench;

import java.nio.file.Path;
import java.util.List;

/** What a run shall measure, at how many events, and where it may write. */
record Asked(Workload workload, int events, Path directory, Path history) {
    private static final int USUAL_EVENTS = 300_000;

    /** What can be run by itself. */
    enum Workload {
        APPEND,
        IMPORT,
        PAGES,
        SERIALS,
        ALL
    }

    static Asked of(List<String> words) {
        if (words.isEmpty()) throw misused();
        Workload workload = workload(words.getFirst());
        int events = USUAL_EVENTS;
        Path home = Path.of(System.getProperty("stemma.home", "."));
        Path directory = home.resolve("bench/target");
        Path history = home.resolve("bench/history.ndjson");
        for (int i = 1; i + 1 < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--events" -> events = Integer.parseInt(value);
                case "--data" -> directory = Path.of(value).toAbsolutePath();
                case "--history" -> history = Path.of(value).toAbsolutePath();
                default -> throw misused();
            }
        }
        if (words.size() % 2 == 0 || events < 1) throw misused();
        // A directory of its own, since it is cleared: never the one that somebody named.
        return new Asked(workload, events, directory.resolve("stemma-bench"), history);
    }

    private static Workload workload(String word) {
        for (Workload workload : Workload.values())
            if (workload.name().toLowerCase(java.util.Locale.ROOT).equals(word)) return workload;
        throw misused();
    }

    private static IllegalArgumentException misused() {
        return new IllegalArgumentException(
                "usage: bin/stemma bench append|import|pages|serials|all [--events N] [--data DIR]"
                        + " [--history FILE]");
    }

    Path page() {
        return history.resolveSibling("target").resolve("history.html");
    }
}
