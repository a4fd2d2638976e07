package stemma.genealogy;

/**
 * What an answer left out or set apart: the rule by its code, how many lots, and why, in a
 * sentence.
 */
public record LeftOut(String rule, int lots, String sentence) {}
