package stemma.certificates;

/**
 * Which certificates of our own are asked for: how the number begins, of which lot number, and how
 * they stand ({@code good} or {@code withdrawn}); empty where all are meant.
 */
public record IssuedQuery(String number, String lot, String standing, int from, int limit) {}
