package stemma.gs1;

import stemma.gs1.lint.Fault;

/** What came of reading a mark: its elements, or why it cannot be read. */
public sealed interface Reading {
    /** The mark was read. */
    record Read(ElementString elements) implements Reading {}

    /**
     * It cannot be read: a stable snake_case word, a plain sentence, and the characters at fault,
     * counted from 0 in the text that was read.
     */
    record Misread(String code, String sentence, int from, int to) implements Reading {
        /** Returns what is wrong with a value that begins at the place. */
        static Misread of(ApplicationIdentifier identifier, String value, Fault fault, int at) {
            String what = identifier.title().isEmpty() ? "element" : identifier.title();
            String said = fault.code().replace('_', ' ');
            return new Misread(
                    fault.code(),
                    what + " " + identifier + " reads \"" + value + "\": " + said + " at character "
                            + (fault.from() + 1),
                    at + fault.from(),
                    at + fault.to());
        }
    }
}
