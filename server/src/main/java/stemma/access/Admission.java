package stemma.access;

/** Who may take a route: anyone, whoever is signed in, or the holder of a permission. */
public sealed interface Admission {
    Admission ANYONE = new Anyone();
    Admission SIGNED_IN = new SignedIn();

    record Anyone() implements Admission {}

    record SignedIn() implements Admission {}

    record Holder(Permission permission) implements Admission {}
}
