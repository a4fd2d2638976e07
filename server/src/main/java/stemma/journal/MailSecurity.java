package stemma.journal;

/** How what is said to a mail server is kept from others on the way. */
public enum MailSecurity {
    /** By TLS, asked for in the open and required; usually on port 587. */
    STARTTLS(587),
    /** By TLS from the first byte; usually on port 465. */
    TLS(465),
    /** Not at all: only to a server of the same machine. */
    NONE(25);

    private final int port;

    MailSecurity(int port) {
        this.port = port;
    }

    /** Returns the port on which servers usually wait for it. */
    public int port() {
        return port;
    }
}
