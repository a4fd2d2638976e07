package stemma.journal;

/**
 * Something in the database that is not as it was sealed: a stable code, the position it concerns,
 * and a sentence for whoever must explain it.
 */
public record Finding(String code, long position, String sentence) {}
