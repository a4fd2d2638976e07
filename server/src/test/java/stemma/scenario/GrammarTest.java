package stemma.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class GrammarTest {
    private static final Scenarios NOWHERE = new Scenarios(clock -> {
        throw new AssertionError("nothing is told of a scenario that is not understood");
    });

    @Test
    void a_line_at_the_margin_begins_a_sentence_and_two_blanks_its_answer() {
        ScenarioText text = ScenarioText.of("""
                # comment
                run WO-1 consumes F-1 1 kg
                         yields B-1 1 ea bread
                  refused lot_is_held
                    deeper

                stock F-1
                """);
        assertThat(text.steps()).hasSize(2);
        Step run = text.steps().getFirst();
        assertThat(run.line()).isEqualTo(2);
        assertThat(run.sentence()).hasSize(2);
        assertThat(run.expected()).containsExactly("refused lot_is_held", "  deeper");
        assertThat(text.answering(List.of(List.of("new"), List.of("5 kg at MAIN"))))
                .isEqualTo("""
                # comment
                run WO-1 consumes F-1 1 kg
                         yields B-1 1 ea bread
                  new

                stock F-1
                  5 kg at MAIN
                """);
    }

    @Test
    void blanks_within_a_line_do_not_matter_but_its_indentation_does() {
        assertThat(ScenarioText.normal("  F-101   flour  5 kg")).isEqualTo("  F-101 flour 5 kg");
        assertThat(ScenarioText.normal("F-101 flour"))
                .isNotEqualTo(ScenarioText.normal("  F-101 flour"));
    }

    @Test
    void an_unknown_verb_is_refused_with_its_line_and_what_would_be_right() {
        assertThat(refusals("scrap F-1 5 kg\n\nrecieve F-2 5 kg flour from MillCo\n"))
                .singleElement()
                .asString()
                .startsWith("x:3: expected one of adjust, change, clean, consume")
                .endsWith("at \"recieve\"");
    }

    @Test
    void a_missing_word_is_refused_on_the_line_where_it_is_missing() {
        assertThat(refusals("consume F-1 5 kg\n"))
                .containsExactly("x:1: expected \"in\" at the end of the sentence");
        assertThat(refusals("receive F-1 flour from MillCo\n"))
                .containsExactly("x:1: expected an amount such as 120 kg at \"flour\"");
        assertThat(refusals("run WO-1 consumes F-1 1 kg\n     yields B-1 1 ea bread yesterday\n"))
                .singleElement()
                .asString()
                .startsWith("x:2: expected at, on, recorded at, because");
    }

    @Test
    void a_time_and_a_date_are_read_strictly() {
        assertThat(refusals("scrap F-1 1 kg at 25:00\n"))
                .singleElement()
                .asString()
                .contains("25:00");
        assertThat(refusals("scrap F-1 1 kg on 2026-02-30\n"))
                .singleElement()
                .asString()
                .contains("2026-02-30");
    }

    @Test
    void an_indented_line_before_any_sentence_and_a_comment_in_an_answer_are_refused() {
        assertThatThrownBy(() -> ScenarioText.of("  lost\n")).isInstanceOf(Misunderstood.class);
        assertThatThrownBy(() -> ScenarioText.of("stock F-1\n  # no\n"))
                .isInstanceOf(Misunderstood.class);
    }

    @Test
    void a_comma_ends_a_word_only_before_a_blank() {
        Words words = Words.of(new Step(1, List.of("F-1 1,5 kg, \"a b\" # rest"), List.of()));
        assertThat(words.next("lot")).isEqualTo("F-1");
        assertThat(words.isNumber()).isTrue();
        assertThat(words.next("number")).isEqualTo("1,5");
        assertThat(words.next("unit")).isEqualTo("kg");
        assertThat(words.take(",")).isTrue();
        assertThat(words.next("text")).isEqualTo("a b");
        assertThat(words.atEnd()).isTrue();
    }

    @Test
    void a_difference_shows_both_sides_and_what_they_share() {
        assertThat(new Difference(List.of("a", "b", "c"), List.of("a", "x", "c")).lines())
                .containsExactly("    a", "  - b", "  + x", "    c");
    }

    @Test
    void the_command_wants_files_that_exist() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ScenarioCommand command = new ScenarioCommand(NOWHERE, out);
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of("no-such.scenario"))).isEqualTo(2);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("There is no file no-such.scenario.");
    }

    private static List<String> refusals(String text) {
        return NOWHERE.run("x", text).differences();
    }
}
