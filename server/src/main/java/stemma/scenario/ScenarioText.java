package stemma.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario as written: its lines and the steps in them. A line that begins at the margin begins a
 * sentence; lines indented by four or more blanks go on with it; a line indented by two begins its
 * answer, which ends at an empty line or at the margin.
 */
record ScenarioText(List<String> lines, List<Step> steps) {
    private static final String ANSWER = "  ";
    private static final String CONTINUATION = "    ";

    ScenarioText {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    static ScenarioText of(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isEmpty() || line.startsWith("#")) {
                at++;
            } else {
                Step step = step(lines, at);
                steps.add(step);
                at = step.answerEnds();
            }
        }
        return new ScenarioText(lines, steps);
    }

    private static Step step(List<String> lines, int first) {
        if (lines.get(first).startsWith(" ") || lines.get(first).startsWith("\t")) {
            throw new Misunderstood(
                    first + 1, "an indented line follows the sentence it belongs to");
        }
        List<String> sentence = new ArrayList<>(List.of(lines.get(first)));
        int at = first + 1;
        while (at < lines.size() && lines.get(at).startsWith(CONTINUATION))
            sentence.add(lines.get(at++));
        List<String> expected = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith(ANSWER)) {
            String line = lines.get(at++);
            if (line.strip().startsWith("#")) {
                throw new Misunderstood(
                        at, "a comment stands above the sentence, not in the answer");
            }
            expected.add(line.substring(ANSWER.length()));
        }
        return new Step(first + 1, sentence, expected);
    }

    /**
     * Returns the text with these answers, one list of lines for each step, in place of the
     * expected.
     */
    String answering(List<List<String>> answers) {
        List<String> written = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < answers.size(); i++) {
            Step step = steps.get(i);
            written.addAll(lines.subList(at, step.answerBegins()));
            answers.get(i).forEach(line -> written.add((ANSWER + line).stripTrailing()));
            at = step.answerEnds();
        }
        written.addAll(lines.subList(at, lines.size()));
        return String.join("\n", written) + "\n";
    }

    /**
     * Returns a line as it is compared: its indentation, and one blank where there were several.
     */
    static String normal(String line) {
        String text = line.strip();
        int indent = line.indexOf(text);
        return " ".repeat(Math.max(0, indent)) + text.replaceAll("\\s+", " ");
    }
}
