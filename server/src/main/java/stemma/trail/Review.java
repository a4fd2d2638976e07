package stemma.trail;

import stemma.signatures.Signature;

/** A slice of the trail as somebody reviewed it: what was stated, and who signed that. */
public record Review(Statement statement, Signature signature) {}
