package stemma.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * How an answer differs from the expected one: lines only expected with a minus, only given a plus.
 */
record Difference(List<String> expected, List<String> answer) {
    Difference {
        expected = expected.stream().map(ScenarioText::normal).toList();
        answer = answer.stream().map(ScenarioText::normal).toList();
    }

    /** Returns the lines of both, by their longest common subsequence. */
    List<String> lines() {
        int[][] common = common();
        List<String> lines = new ArrayList<>();
        int e = 0;
        int a = 0;
        while (e < expected.size() || a < answer.size()) {
            if (e < expected.size() && a < answer.size() && expected.get(e).equals(answer.get(a))) {
                lines.add("    " + expected.get(e++));
                a++;
            } else if (a == answer.size()
                    || e < expected.size() && common[e + 1][a] >= common[e][a + 1]) {
                lines.add("  - " + expected.get(e++));
            } else {
                lines.add("  + " + answer.get(a++));
            }
        }
        return lines;
    }

    private int[][] common() {
        int[][] common = new int[expected.size() + 1][answer.size() + 1];
        for (int e = expected.size() - 1; e >= 0; e--) {
            for (int a = answer.size() - 1; a >= 0; a--) {
                common[e][a] = expected.get(e).equals(answer.get(a))
                        ? common[e + 1][a + 1] + 1
                        : Math.max(common[e + 1][a], common[e][a + 1]);
            }
        }
        return common;
    }
}
