package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stemma.trace.TraceIndex.Loading.Loaded;
import stemma.trace.TraceIndex.Loading.Refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class SnapshotTest {
    private static final String MARK = "ledger 4f, sealed to 1200";

    @Test
    void an_index_goes_on_where_it_was_saved(@TempDir Path home) throws IOException {
        Path file = home.resolve("trace.snapshot");
        for (int seed = 0; seed < 60; seed++) {
            RandomPlant plant = new RandomPlant(seed);
            List<Fact> facts = plant.facts();
            TraceIndex index = new TraceIndex();
            int half = facts.size() / 2;
            TraceIndexTest.tell(index, facts.subList(0, half));
            if (seed % 3 == 0) index.merge();
            Fact gone = facts.getFirst();
            index.tell(to -> to.withdraw(gone));
            index.save(file, MARK);
            TraceIndex again = loaded(file);
            for (TraceIndex each : List.of(index, again)) {
                TraceIndexTest.tell(each, facts.subList(half, facts.size()));
                if (seed % 2 == 0) each.merge();
                each.tell(to -> to.withdraw(facts.getLast()));
            }
            Replay replay = new Replay(facts.subList(1, facts.size() - 1));
            TraceIndexTest.holds("seed " + seed, again, replay, plant);
        }
    }

    @Test
    void a_torn_altered_or_foreign_file_is_refused_with_the_reason(@TempDir Path home)
            throws IOException {
        Path file = home.resolve("trace.snapshot");
        assertThat(TraceIndex.load(file, MARK::equals)).isEqualTo(new Refused("there is none"));
        TraceIndex index = new TraceIndex();
        TraceIndexTest.tell(index, new RandomPlant(1).facts());
        index.save(file, MARK);
        assertThat(loaded(file)).isNotNull();
        assertThat(TraceIndex.load(file, "another"::equals))
                .isEqualTo(new Refused("it is of another record: " + MARK));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 20, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(TraceIndex.load(file, MARK::equals)).isInstanceOf(Refused.class);
        }
        for (int at = 0; at < whole.length; at += 61) {
            byte[] altered = whole.clone();
            altered[at] ^= 4;
            Files.write(file, altered);
            assertThat(TraceIndex.load(file, MARK::equals))
                    .as("byte %d", at)
                    .isInstanceOf(Refused.class);
        }
    }

    private static TraceIndex loaded(Path file) throws IOException {
        return ((Loaded) TraceIndex.load(file, MARK::equals)).index();
    }
}
