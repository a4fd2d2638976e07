package stemma.access;

import stemma.identifiers.ActorId;

import java.time.Instant;

/** The secret, shown once, with which a person chooses a password before the moment it ends. */
public record Invitation(ActorId actor, String secret, Instant expiresAt) {}
