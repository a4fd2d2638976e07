package stemma.demo;

/** Hears how much of the story is told. */
@FunctionalInterface
public interface Progress {
    void told(int events, int of);
}
