package stemma.inquiry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.genealogy.IndexState;
import stemma.genealogy.IndexState.Standing;

import java.time.Duration;
import java.util.Map;

class IndexWordsTest {

    @Test
    void it_says_for_how_long_it_has_followed_and_when_it_last_took_something_in() {
        IndexState state = new IndexState(
                Standing.FOLLOWS,
                Duration.ofHours(5),
                Duration.ofSeconds(119),
                Map.of("nodes", 3_000_000L, "lines", 1L));
        assertThat(IndexWords.standing(state))
                .isEqualTo("has followed every entry for 5 h, took in the last 119 s ago");
        assertThat(IndexWords.megabytes(state.size())).isEqualTo("3.0");
    }

    @Test
    void large_sizes_are_whole_megabytes() {
        assertThat(IndexWords.megabytes(9_990_000)).isEqualTo("9.9");
        assertThat(IndexWords.megabytes(1_260_400_000L)).isEqualTo("1,260");
    }

    @Test
    void while_the_tables_answer_it_says_so() {
        for (Standing standing : new Standing[] {Standing.FILLING, Standing.RESTS, Standing.FAILED})
            assertThat(IndexWords.standing(new IndexState(
                            standing, Duration.ofMinutes(3), Duration.ZERO, Map.of())))
                    .contains("the tables answer");
    }
}
