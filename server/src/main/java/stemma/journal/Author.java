package stemma.journal;

import stemma.identifiers.ActorId;

/**
 * Who made an entry, in which session and from which device; written into its envelope. The session
 * is a name that may be shown, never the secret that opens it.
 */
public record Author(ActorId actor, String session, String device) {}
