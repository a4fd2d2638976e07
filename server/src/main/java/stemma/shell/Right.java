package stemma.shell;

/** Something that a person may do, as far as the frame must know it; see access for the list. */
public interface Right {
    String name();
}
