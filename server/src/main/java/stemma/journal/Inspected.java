package stemma.journal;

/** How far an inspection came, the root it computed from the bytes, and how much it found. */
public record Inspected(long size, byte[] root, long findings) {}
