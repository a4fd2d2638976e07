package stemma.scenario;

import java.util.List;

/**
 * One sentence with its expected answer: the lines of the sentence, the first of them counted from
 * 1, and the lines of the answer without the indentation that all answers share.
 */
record Step(int line, List<String> sentence, List<String> expected) {
    Step {
        sentence = List.copyOf(sentence);
        expected = List.copyOf(expected);
    }

    /** Returns the index of the line after the sentence, where its answer begins. */
    int answerBegins() {
        return line - 1 + sentence.size();
    }

    /** Returns the index of the line after the answer. */
    int answerEnds() {
        return answerBegins() + expected.size();
    }
}
