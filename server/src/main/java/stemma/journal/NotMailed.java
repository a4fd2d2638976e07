package stemma.journal;

/** A mail was not taken by the server; the message says why and holds no secret. */
final class NotMailed extends Exception {
    private static final long serialVersionUID = 1L;

    NotMailed(String reason) {
        super(reason);
    }
}
