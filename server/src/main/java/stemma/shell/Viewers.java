package stemma.shell;

/** Answers who looks at the page that is being made, on the thread that makes it. */
@FunctionalInterface
public interface Viewers {
    Viewer current();
}
