package stemma.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

class TablesTest {
    private static final Pattern MIGRATION = Pattern.compile("V(\\d)\\d{3}__[a-z0-9_]+\\.sql");

    @Test
    void a_room_touches_no_other_rooms_tables() {
        List<Tables.Mention> mentions = Tables.mentions(Repository.under(Repository.MAIN));
        assertThat(mentions).hasSizeGreaterThan(50);
        assertThat(mentions.stream().filter(mention -> !mention.isLawful())).isEmpty();
    }

    @Test
    void a_foreign_table_is_caught_in_code_and_in_migrations() {
        assertThat(faults("java", "sql(\"SELECT 1 FROM ledger.event\")")).hasSize(1);
        assertThat(faults("java", "sql(\"\"\"\n UPDATE lots.lot SET x = 1\"\"\")"))
                .hasSize(1);
        assertThat(faults("sql", "INSERT INTO journal.entry VALUES (1);")).hasSize(1);
        assertThat(faults("sql", "x bigint REFERENCES lots.lot (key)")).hasSize(1);
    }

    @Test
    void own_tables_comments_and_keys_down_the_bands_are_lawful() {
        assertThat(faults("java", "sql(\"SELECT 1 FROM stock.balance\")")).isEmpty();
        assertThat(faults("sql", "-- not from ledger.event\n")).isEmpty();
        assertThat(faults("sql", "x bigint REFERENCES catalog.item (key)")).isEmpty();
    }

    @Test
    void a_migration_bears_the_number_of_its_rooms_band() {
        List<Path> migrations = Repository.under(Repository.MAIN).stream()
                .map(Repository.Text::path)
                .filter(path -> path.toString().endsWith(".sql"))
                .toList();
        assertThat(migrations).isNotEmpty().allSatisfy(path -> {
            var name = MIGRATION.matcher(path.getFileName().toString());
            assertThat(name.matches()).as(path.toString()).isTrue();
            assertThat(Integer.parseInt(name.group(1)))
                    .isEqualTo(Rooms.band(Tables.room(path).orElseThrow()));
        });
    }

    private static List<Tables.Mention> faults(String ending, String content) {
        Path path = Path.of("server/src/main/java/stemma/stock/store/Planted." + ending);
        return Tables.mentions(List.of(new Repository.Text(path, content))).stream()
                .filter(mention -> !mention.isLawful())
                .toList();
    }
}
