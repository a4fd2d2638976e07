package stemma.inquiry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class SliceTest {
    private static final List<String> MANY =
            IntStream.range(0, 1_234).mapToObj(i -> "lot " + i).toList();

    private static Slice<String> slice(List<String> all, String only, int from) {
        return Slice.of(all, row -> row, only, from);
    }

    @Test
    void a_short_table_is_whole() {
        assertThat(slice(MANY.subList(0, 500), "", 0).isWhole()).isTrue();
        assertThat(slice(List.of(), "", 0).isWhole()).isTrue();
    }

    @Test
    void every_row_of_a_long_table_stands_on_exactly_one_page() {
        List<String> seen = new java.util.ArrayList<>();
        Slice<String> page = slice(MANY, "", 0);
        seen.addAll(page.rows());
        while (page.hasMore()) {
            assertThat(page.isWhole()).isFalse();
            page = slice(MANY, "", page.after());
            seen.addAll(page.rows());
        }
        assertThat(seen).isEqualTo(MANY);
    }

    @Test
    void a_filter_looks_at_all_rows_and_says_how_many_match() {
        Slice<String> twelves = slice(MANY, " LOT 12 ", 0);
        assertThat(twelves.matching()).isEqualTo(twelves.rows().size());
        assertThat(twelves.all()).isEqualTo(1_234);
        assertThat(twelves.rows()).contains("lot 12", "lot 1233").doesNotContain("lot 1");
    }

    @Test
    void an_address_beyond_the_end_shows_no_rows_and_the_way_back() {
        Slice<String> beyond = slice(MANY, "", 9_999_999);
        assertThat(beyond.rows()).isEmpty();
        assertThat(beyond.before()).isEqualTo(734);
        assertThat(slice(MANY, "", -5).from()).isZero();
    }
}
