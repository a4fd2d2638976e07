package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checked;
import stemma.journal.Finding;
import stemma.journal.Keyring;
import stemma.journal.Rounds;
import stemma.scenario.Scenarios;
import stemma.scenario.TestPlants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whatever the owner of the database changes past Stemma is found by the next round: in the
 * journal, in what rooms compute from it, and in what the database enforces. What he did is taken
 * back each time, and then nothing is found.
 */
class SuperuserTest {
    private static final Path DAY = Path.of("..", "scenarios", "day-tablets.scenario");
    private static final Pattern TABLE =
            Pattern.compile("(?:UPDATE|DELETE FROM|INSERT INTO) ([a-z]+\\.[a-z_]+)");

    /**
     * A line each: a code, what is done, and what takes it back; where that is not said, the rows
     * are put back.
     */
    private static final Path DEEDS = Path.of("src/test/resources/stemma/superuser.txt");

    @TempDir
    Path folder;

    private record Told(String deed, String wanted, List<String> found, List<String> after) {}

    @TestFactory
    Stream<DynamicTest> what_the_owner_of_the_database_changes_is_found() throws IOException {
        List<Told> told = new ArrayList<>();
        List<String[]> deeds = Files.readAllLines(DEEDS).stream()
                .map(line -> line.split("\\s\\|\\s", -1))
                .toList();
        var unused = new Scenarios(clock -> TestPlants.fresh(
                        clock, world -> deeds.forEach(line -> told.add(deed(world, line)))))
                .run(DAY);
        assertThat(told).isNotEmpty();
        return told.stream()
                .map(one -> DynamicTest.dynamicTest(one.deed(), () -> {
                    assertThat(one.found()).contains(one.wanted());
                    assertThat(one.after()).isEmpty();
                }));
    }

    private Told deed(World world, String[] line) {
        JdbcClient owner = JdbcClient.create(world.database().owner());
        Rounds rounds = rounds(world);
        TreeSet<String> tables = new TreeSet<>();
        for (Matcher found = TABLE.matcher(line[1]); found.find(); ) tables.add(found.group(1));
        tables.forEach(table -> owner.sql(
                        "CREATE TABLE public." + kept(table) + " AS SELECT * FROM " + table)
                .update());
        for (String statement : line[1].split(";(?! END)")) owner.sql(statement).update();
        List<String> found = codes(rounds);
        if (line.length > 2) owner.sql(line[2]).update();
        tables.forEach(table -> putBack(owner, table));
        return new Told(line[1].strip(), line[0].strip(), found, codes(rounds));
    }

    private static String kept(String table) {
        return "kept_" + table.replace('.', '_');
    }

    private static void putBack(JdbcClient owner, String table) {
        String columns = owner.sql("""
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
             WHERE attrelid = ?::regclass AND attnum > 0 AND attgenerated = ''
               AND NOT attisdropped
            """).param(table).query(String.class).single();
        owner.sql("DELETE FROM " + table).update();
        owner.sql("INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM public."
                        + kept(table))
                .update();
        owner.sql("DROP TABLE public." + kept(table)).update();
    }

    private static List<String> codes(Rounds rounds) {
        rounds.whole();
        return rounds.checked().stream()
                .map(Checked::findings)
                .flatMap(List::stream)
                .map(Finding::code)
                .distinct()
                .toList();
    }

    /** Those of a server whose keys, checkpoints and structure lie in the folder. */
    private Rounds rounds(World world) {
        var unused = world.sealer().seal();
        new Keyring(folder).verifying().keep(List.of(world.sealer().verifying()));
        try {
            Path note = folder.resolve("checkpoints").resolve("latest.note");
            Files.createDirectories(note.getParent());
            Files.writeString(note, world.journal().checkpoints().getLast().note());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Proving.rounds(world, folder, Proven::isBelieved);
    }
}
