package stemma.signatures;

import stemma.identifiers.ActorId;

import java.time.Instant;

/**
 * A signature as an event carries it: the signer, the printed name kept as the law asks (with the
 * remark that the password was reset by somebody else, where that was lately), the meaning
 * (released, rejected, reviewed …), the moment, and the SHA-256 of the signed content in lower-case
 * hexadecimal (21 CFR 11.50, 11.70).
 */
public record Signature(ActorId signer, String name, String meaning, Instant at, String digest) {}
