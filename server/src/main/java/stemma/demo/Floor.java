package stemma.demo;

import java.util.Random;

/** What everybody on the floor shares: the story so far, the stores, the numbers, the schedule. */
record Floor(Story story, Stores stores, Numbers numbers, Schedule schedule) {
    Random random() {
        return story.random();
    }
}
