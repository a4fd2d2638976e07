package stemma.genealogy;

/**
 * What an answer left out or set apart: the rule by its code, how many lots, and why, in a
 * sentence.
 */
public record LeftOut(String rule, int lots, String sentence) {
    static LeftOut pools(int lots) {
        return new LeftOut(
                "pools", lots, "reached only through untracked stock; in the answer, apart");
    }
}
