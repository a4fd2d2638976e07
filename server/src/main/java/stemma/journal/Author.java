package stemma.journal;

import stemma.identifiers.ActorId;

/**
 * Who made an entry, in which session and from which device; written into its envelope. The session
 * is a name that may be shown, never the secret that opens it.
 */
public record Author(ActorId actor, String session, String device) {
    /** Whoever has the console of the server, and with it everything on it. */
    public static final Author CONSOLE = new Author(new ActorId("console"), "console", "console");
}
