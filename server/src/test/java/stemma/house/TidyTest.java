package stemma.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class TidyTest {
    private static final List<Repository.Text> ALL = Repository.all();
    private static final Sources.Parsed MAIN = parsed("src/main/java");
    private static final Sources.Parsed TESTS = parsed("src/test/java");

    @Test
    void there_is_something_to_judge() {
        assertThat(ALL).hasSizeGreaterThan(200);
        assertThat(MAIN.types()).hasSizeGreaterThan(100);
        assertThat(MAIN.functions()).hasSizeGreaterThan(500);
    }

    @Test
    void files_and_lines_are_short() {
        assertThat(Tidiness.tooLong(ALL)).isEmpty();
        assertThat(Tidiness.tooLong(planted("x\n".repeat(401)))).hasSize(1);
        assertThat(Tidiness.tooLong(planted("x".repeat(101)))).hasSize(1);
    }

    @Test
    void functions_are_short() {
        assertThat(Tidiness.longFunctions(MAIN)).isEmpty();
        assertThat(Tidiness.longFunctions(TESTS)).isEmpty();
        String body = "class A { void f() {" + "\n;".repeat(60) + "\n} }";
        assertThat(Tidiness.longFunctions(Sources.parse(planted(body)))).hasSize(1);
    }

    @Test
    void names_say_something() {
        assertThat(Tidiness.emptyWords(MAIN)).isEmpty();
        assertThat(Tidiness.emptyWords(TESTS)).isEmpty();
        assertThat(Tidiness.emptyWords(Sources.parse(planted("class LotManager {}"))))
                .hasSize(1);
    }

    @Test
    void every_public_type_says_what_it_is() {
        assertThat(Tidiness.undocumented(MAIN)).isEmpty();
        assertThat(Tidiness.undocumented(Sources.parse(planted("public class A {}"))))
                .hasSize(1);
    }

    @Test
    void nothing_is_left_for_later_without_an_issue() {
        assertThat(Tidiness.later(ALL)).isEmpty();
        assertThat(Tidiness.later(planted("// TO" + "DO later"))).hasSize(1);
        assertThat(Tidiness.later(planted("// TO" + "DO #12 later"))).isEmpty();
    }

    @Test
    void no_file_names_a_machine_of_ours() {
        assertThat(Tidiness.machines(ALL)).isEmpty();
        assertThat(Tidiness.machines(planted("cd /wo" + "rk/main"))).hasSize(1);
    }

    private static Sources.Parsed parsed(String sources) {
        List<Repository.Text> texts = new ArrayList<>();
        for (String module : List.of("server", "trace", "verifier", "bench"))
            texts.addAll(Repository.under(Repository.ROOT.resolve(module).resolve(sources)));
        return Sources.parse(texts);
    }

    private static List<Repository.Text> planted(String content) {
        return List.of(new Repository.Text(Path.of("Planted.java"), content));
    }
}
