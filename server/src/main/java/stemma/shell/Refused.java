package stemma.shell;

/** Stops a request whose refusal is a problem to be told, from any room that stands above. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code() + ": " + problem.sentence());
        this.problem = problem;
    }

    /** Returns the refusal with a code, an HTTP status and one plain sentence. */
    public static Refused of(String code, int status, String sentence) {
        return new Refused(Problem.of(code, status, sentence));
    }

    public Problem problem() {
        return problem;
    }
}
