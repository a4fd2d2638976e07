package planted;

/** The root that no room may know. */
public final class Root {}
