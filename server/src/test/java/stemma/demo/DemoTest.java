package stemma.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void the_story_is_told_without_a_refusal() {
        try (DemoWorld world = new DemoWorld()) {
            long from = System.nanoTime();
            int[] tenth = {-1};
            Told told = Demo.load(world.rooms(), (events, of) -> {
                if (events * 10 / of == tenth[0]) return;
                tenth[0] = events * 10 / of;
                System.err.println(events + " " + (System.nanoTime() - from) / 1000000 + " ms");
            });
            System.err.println(told.events() + " in " + (System.nanoTime() - from) / 1000000 + " ms");
            assertThat(told.events()).isBetween(24_000, 26_500);
        }
    }
}
