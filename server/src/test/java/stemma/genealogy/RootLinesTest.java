package stemma.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.identifiers.Portion;

import java.util.List;
import java.util.stream.IntStream;

class RootLinesTest {
    private static List<Portion> lots(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Portion.of("01952f3c-0000-7000-8000-000000000001/" + i))
                .toList();
    }

    @Test
    void however_many_lots_there_are_each_is_named_once() {
        for (int count : new int[] {0, 1, 2, 99, 100, 101, 250}) {
            List<String> named = RootLines.of(lots(count)).stream()
                    .flatMap(one -> one.text().lines())
                    .toList();
            assertThat(named)
                    .isEqualTo(lots(count).stream().map(lot -> "id:" + lot).toList());
        }
    }

    @Test
    void words_say_which_of_them() {
        assertThat(RootLines.of(lots(1))).extracting(RootLines::words).containsExactly("it");
        assertThat(RootLines.of(lots(100))).extracting(RootLines::words).containsExactly("them");
        assertThat(RootLines.of(lots(250)))
                .extracting(RootLines::words)
                .containsExactly("1 to 100 of 250", "101 to 200 of 250", "201 to 250 of 250");
    }
}
