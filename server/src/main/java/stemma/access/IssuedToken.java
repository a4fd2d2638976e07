package stemma.access;

/** A token at the one moment its secret is known: {@code stm_…}, shown once. */
public record IssuedToken(String secret, Token token) {}
