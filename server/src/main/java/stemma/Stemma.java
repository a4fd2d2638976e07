package stemma;

/** Where the program starts: reads the command and hands over to its door. */
public final class Stemma {
    private Stemma() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException(
                "no command is built yet: " + String.join(" ", arguments));
    }
}
