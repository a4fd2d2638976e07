package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Cause;
import stemma.genealogy.Direction;
import stemma.genealogy.IndexState.Standing;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.journal.WorldClock;
import stemma.trace.TraceIndex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The index goes on from its file where that is of this record, and is told everything where not.
 * Whether it was told everything is seen by links that are gone from the tables since.
 */
class IndexFileTest {
    private static final int LENGTH = 40;

    @TempDir
    private Path folder;

    private final PlantWorld world = new PlantWorld();
    private final Set<LotId> born = new TreeSet<>();
    private int plans;

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void it_goes_on_from_its_file_and_is_told_what_came_since(int seed) {
        happen(seed);
        write();
        happen(100 + seed);
        List<List<Span>> goneOn = answers(indexOf(file()));
        assertThat(goneOn).isNotEmpty().isEqualTo(answers(fresh()));
    }

    @Test
    void it_is_not_told_again_what_it_knew() {
        happen(7);
        List<List<Span>> known = answers(fresh());
        write();
        forget();
        assertThat(answers(indexOf(file()))).isEqualTo(known).isNotEqualTo(answers(fresh()));
    }

    @Test
    void what_was_sealed_between_writing_and_reading_changes_nothing() {
        happen(8);
        write();
        seal();
        List<List<Span>> known = answers(fresh());
        forget();
        assertThat(answers(indexOf(file()))).isEqualTo(known);
    }

    @Test
    void the_file_of_another_database_is_passed_over() {
        happen(9);
        try (PlantWorld other = new PlantWorld()) {
            other.happen(plan(1_009));
            LiveIndex index = new LiveIndex(other.database.app(), Optional.of(file()));
            index.catchUp();
            index.save();
        }
        assertThat(answers(indexOf(file()))).isEqualTo(answers(fresh()));
    }

    /** The database was brought back as it stood earlier, and others were recorded since. */
    @Test
    void the_file_of_a_record_that_went_on_otherwise_is_passed_over() {
        happen(10);
        write();
        JdbcClient.create(world.database.owner()).sql("""
                update journal.entry set id = gen_random_uuid()
                where seq = (select max(seq) from journal.entry)
                """).update();
        forget();
        assertThat(answers(indexOf(file()))).isEqualTo(answers(fresh()));
    }

    @Test
    void the_file_of_a_log_that_was_sealed_otherwise_is_passed_over() {
        happen(13);
        seal();
        write();
        JdbcClient.create(world.database.owner()).sql("""
                update journal.leaf set hash = sha256(hash) where position = 0
                """).update();
        forget();
        assertThat(answers(indexOf(file()))).isEqualTo(answers(fresh()));
    }

    @Test
    void a_file_that_is_cut_or_of_another_program_is_passed_over() throws IOException {
        happen(11);
        write();
        byte[] whole = Files.readAllBytes(file());
        forget();
        List<List<Span>> now = answers(fresh());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThat(answers(indexOf(file()))).isEqualTo(now);
        new TraceIndex().save(file(), "stemma index 0\nof an older program");
        assertThat(answers(indexOf(file()))).isEqualTo(now);
        Files.delete(file());
        assertThat(answers(indexOf(file()))).isEqualTo(now);
    }

    /** A program that ends while it writes leaves what it wrote beside the older file. */
    @Test
    void a_file_that_was_being_written_when_the_program_ended_hides_none() throws IOException {
        happen(12);
        List<List<Span>> known = answers(fresh());
        write();
        Files.write(file().resolveSibling(file().getFileName() + ".new"), new byte[100]);
        forget();
        assertThat(answers(indexOf(file()))).isEqualTo(known);
    }

    private Plan plan(int seed) {
        return Plan.of(seed, 7_700_000_000L + 10_000L * plans++, LENGTH, Plant.Claims.MIXED);
    }

    private void happen(int seed) {
        Plan plan = plan(seed);
        born.addAll(Laws.replay(plan, world.happen(plan)).born());
    }

    private void write() {
        LiveIndex index = indexOf(file());
        index.catchUp();
        index.save();
        assertThat(file()).exists();
    }

    private void seal() {
        WorldClock clock = () -> Instant.parse("2026-11-01T00:00:00Z");
        SealingKey key = SealingKey.fresh("stemma/test");
        new Sealer(world.database.sealer(), clock, key, Optional.empty()).seal();
    }

    private void forget() {
        JdbcClient.create(world.database.owner())
                .sql("delete from genealogy.fed")
                .update();
    }

    private Path file() {
        return folder.resolve("genealogy.index");
    }

    private LiveIndex fresh() {
        return new LiveIndex(world.database.app());
    }

    private LiveIndex indexOf(Path file) {
        return new LiveIndex(world.database.app(), Optional.of(file));
    }

    private List<List<Span>> answers(LiveIndex index) {
        List<List<Span>> answers = new ArrayList<>();
        world.lots.lots(born).forEach((id, lot) -> {
            Span root = new Span(lot.key(), id.ordinal(), id.ordinal());
            for (Direction direction : Direction.values())
                answers.add(
                        index.reached(List.of(root), direction, Cause.MATERIAL).orElseThrow());
        });
        assertThat(index.state().standing()).isEqualTo(Standing.FOLLOWS);
        return answers;
    }
}
