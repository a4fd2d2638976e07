package stemma.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a run shall measure, at how many events, and where it may write. */
record Asked(Workload workload, long size, Set<Option> options, Path directory, Path history) {
    private static final int USUAL_EVENTS = 300_000;
    private static final int USUAL_EDGES = 1_000_000;

    /** What a run does besides. */
    enum Option {
        /** Asks SQL the same. */
        BASELINE
    }

    /** What can be run by itself. */
    enum Workload {
        APPEND,
        IMPORT,
        PAGES,
        SERIALS,
        ORDERS,
        RECALL,
        VERIFY,
        SEAL,
        TRACE,
        MEMORY,
        START,
        ALL;

        boolean isOfTheEngine() {
            return this == TRACE || this == MEMORY || this == START;
        }
    }

    static Asked of(List<String> words) {
        if (words.isEmpty()) throw misused();
        Workload workload = workload(words.getFirst());
        long size = workload.isOfTheEngine() ? USUAL_EDGES : USUAL_EVENTS;
        Set<Option> options = EnumSet.noneOf(Option.class);
        Path home = Path.of(System.getProperty("stemma.home", "."));
        Path directory = home.resolve("bench/target");
        Path history = home.resolve("bench/history.ndjson");
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("--baseline")) {
                options.add(Option.BASELINE);
                continue;
            }
            if (i + 1 == words.size()) throw misused();
            String value = words.get(++i);
            switch (words.get(i - 1)) {
                case "--events", "--edges" -> size = new BigDecimal(value).longValueExact();
                case "--data" -> directory = Path.of(value).toAbsolutePath();
                case "--history" -> history = Path.of(value).toAbsolutePath();
                default -> throw misused();
            }
        }
        if (size < 1) throw misused();
        // A directory of its own, since it is cleared: never the one that somebody named.
        return new Asked(workload, size, options, directory.resolve("stemma-bench"), history);
    }

    private static Workload workload(String word) {
        for (Workload workload : Workload.values())
            if (workload.name().toLowerCase(java.util.Locale.ROOT).equals(word)) return workload;
        throw misused();
    }

    private static IllegalArgumentException misused() {
        return new IllegalArgumentException("""
                usage: bin/stemma bench append|import|pages|serials|orders|recall|verify|seal|all [--events N] [--data DIR] [--history FILE]
                       bin/stemma bench trace|memory|start [--edges N] [--baseline] [--data DIR] [--history FILE]\
                """);
    }

    int events() {
        return Math.toIntExact(size);
    }

    Path page() {
        return history.resolveSibling("target").resolve("history.html");
    }
}
