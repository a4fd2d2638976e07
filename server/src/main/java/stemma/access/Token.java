package stemma.access;

import stemma.identifiers.ActorId;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A program's key as it is kept, without its secret: whose it is, its scope and its end. */
public record Token(
        long id,
        ActorId owner,
        String label,
        Set<Permission> scope,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** Tells whether it opens the door at that moment, its owner's standing apart. */
    public boolean isValid(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
