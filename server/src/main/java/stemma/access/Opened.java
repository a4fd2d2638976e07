package stemma.access;

/** A session that was opened: the secret for the browser's cookie, and who is now the caller. */
public record Opened(String secret, Caller caller) {}
