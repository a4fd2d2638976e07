package stemma.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs scenarios, each in a fresh world of its own. Text goes in; out comes the same text with the
 * answers as they are, and where they differ from what stands in it. A sentence that means nothing
 * stops its scenario before anything is told.
 */
public final class Scenarios {
    private final Function<SceneClock, Plant> worlds;

    /** Takes what makes a fresh, empty world that keeps the time of the clock given to it. */
    public Scenarios(Function<SceneClock, Plant> worlds) {
        this.worlds = worlds;
    }

    /** What came of one scenario: the differences line by line, and the text as it should be. */
    public record Outcome(Extent extent, List<String> differences, String text) {
        /** Whether every sentence was told, or one could not be understood. */
        public enum Extent {
            TOLD,
            STOPPED
        }

        public Outcome {
            differences = List.copyOf(differences);
        }

        public boolean agrees() {
            return differences.isEmpty();
        }

        /** Says whether the text bears all answers. */
        public boolean isComplete() {
            return extent == Extent.TOLD;
        }

        private static Outcome stopped(List<String> differences, String text) {
            return new Outcome(Extent.STOPPED, differences, text);
        }
    }

    /** Runs the scenario in a file. */
    public Outcome run(Path file) {
        try {
            return run(file.getFileName().toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a scenario; the name stands before each difference, with the line. */
    public Outcome run(String name, String text) {
        ScenarioText scenario;
        List<Sentence> sentences;
        try {
            scenario = ScenarioText.of(text);
            sentences = scenario.steps().stream().map(Grammar::sentence).toList();
        } catch (Misunderstood wrong) {
            return Outcome.stopped(
                    List.of(name + ":" + wrong.line() + ": " + wrong.getMessage()), text);
        }
        SceneClock clock = new SceneClock();
        try (Plant plant = worlds.apply(clock)) {
            return told(name, scenario, sentences, new Scene(plant, clock));
        }
    }

    private static Outcome told(
            String name, ScenarioText scenario, List<Sentence> sentences, Scene scene) {
        List<List<String>> answers = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Step step = scenario.steps().get(i);
            List<String> answer;
            try {
                answer = sentences.get(i).tell(scene);
                scene.settle();
            } catch (Unclear unclear) {
                differences.add(name + ":" + step.line() + ": " + unclear.getMessage());
                return Outcome.stopped(differences, String.join("\n", scenario.lines()) + "\n");
            }
            answers.add(answer);
            if (!same(step.expected(), answer)) {
                differences.add(
                        name + ":" + step.line() + ": " + step.sentence().getFirst());
                differences.addAll(new Difference(step.expected(), answer).lines());
            }
        }
        return new Outcome(Outcome.Extent.TOLD, differences, scenario.answering(answers));
    }

    private static boolean same(List<String> expected, List<String> answer) {
        return expected.stream()
                .map(ScenarioText::normal)
                .toList()
                .equals(answer.stream().map(ScenarioText::normal).toList());
    }
}
