package stemma.verifier;

/** Bytes or texts are not of the form that they must have; whoever reads them says where. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String sentence) {
        super(sentence, null, false, false);
    }
}
