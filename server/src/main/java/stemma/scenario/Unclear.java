package stemma.scenario;

/** What a sentence means in this scene cannot be told; says what would be clear. */
final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unclear(String sentence) {
        super(sentence);
    }
}
