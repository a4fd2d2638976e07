package planted.stock;

/** A face. */
public final class Shelf {}
