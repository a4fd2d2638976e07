package stemma.genealogy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stemma.genealogy.store.FactMemory;
import stemma.journal.Follower;
import stemma.journal.Footprint;
import stemma.trace.TraceIndex;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The snapshot of the index on the disk. It is taken only where the database is the one that it was
 * read from and has all that had been read of it, as {@link Footprint} tells; else it is passed
 * over, and the index is told everything.
 */
final class IndexFile {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);
    /** Another number where facts are told otherwise, or where a migration fills tables anew. */
    private static final String HEAD = "stemma index 1\n";

    private static final int FOOTPRINT = 6;
    private static final String LINE = "line";
    private static final int MOST_UNSEALED = 10_000;

    private final Path file;

    IndexFile(Path file) {
        this.file = file;
    }

    /** What is written: the index, how far and when it was last told, and under which keys. */
    record Page(
            long tookInAt,
            TraceIndex.Kept kept,
            Footprint footprint,
            Map<String, Long> lines,
            List<String> memory) {
        Page {
            lines = Map.copyOf(lines);
            memory = List.copyOf(memory);
        }

        /**
         * Says whether it is worth writing: where much is not sealed, a better moment will come.
         */
        boolean isSettled() {
            return footprint.unsealed().size() <= MOST_UNSEALED;
        }
    }

    /** Writes it; the older file stands until it is whole. */
    void write(Page page) throws IOException {
        StringBuilder mark = new StringBuilder(HEAD).append(page.footprint().text());
        page.lines()
                .forEach((code, key) -> mark.append("\n")
                        .append(LINE)
                        .append("\t")
                        .append(key)
                        .append("\t")
                        .append(code));
        page.memory().forEach(line -> mark.append("\n").append(line));
        page.kept().save(file, mark.toString());
    }

    /** Returns the index as it was written, ready to be told what came since. */
    Optional<Following> read(DataSource app) {
        Marked marked = new Marked(app);
        try {
            return switch (TraceIndex.load(file, marked::isOurs)) {
                case TraceIndex.Loading.Loaded(TraceIndex index, String _) ->
                    Optional.of(marked.following(index));
                case TraceIndex.Loading.Refused(String why) -> {
                    LOG.info("The index is told everything anew: of its file, {}", head(why));
                    yield Optional.empty();
                }
            };
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The index is told everything anew: its file cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private static String head(String why) {
        return why.lines().findFirst().orElse("");
    }

    /** Reads a mark, and keeps what it said where it is of this record. */
    private static final class Marked {
        private final DataSource app;
        private @Nullable Follower follower;
        private List<String> told = List.of();

        Marked(DataSource app) {
            this.app = app;
        }

        boolean isOurs(String mark) {
            if (!mark.startsWith(HEAD)) return false;
            List<String> lines = List.of(mark.substring(HEAD.length()).split("\n", -1));
            if (lines.size() < FOOTPRINT) return false;
            told = lines.subList(FOOTPRINT, lines.size());
            follower = Footprint.of(String.join("\n", lines.subList(0, FOOTPRINT)))
                    .flatMap(from -> Follower.onwards(app, from))
                    .orElse(null);
            return follower != null;
        }

        Following following(TraceIndex index) {
            if (follower == null) throw new IllegalStateException("a mark is read before");
            Map<String, Long> keys = new HashMap<>();
            for (String line : told) {
                String[] words = line.split("\t");
                if (words[0].equals(LINE)) keys.put(words[2], Long.valueOf(words[1]));
            }
            return new Following(app, index, follower, new OrderedKeys(keys), FactMemory.of(told));
        }
    }
}
