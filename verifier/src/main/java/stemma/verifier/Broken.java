package stemma.verifier;

/** Ends a part of the check, since what would follow rests on what does not hold. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Fault fault;

    Broken(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    Broken(Code code, long position, String sentence) {
        this(new Fault(code, position, sentence));
    }

    Broken(Code code, String sentence) {
        this(Fault.of(code, sentence));
    }

    Fault fault() {
        return fault;
    }
}
