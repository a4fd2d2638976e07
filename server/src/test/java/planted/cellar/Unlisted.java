package planted.cellar;

/** Lies in a room that no list names. */
public final class Unlisted {}
