package stemma.access;

/**
 * Who may take a route: anyone, whoever is signed in, whoever is signed in and is no visiting
 * auditor, or the holder of a permission.
 */
public sealed interface Admission {
    Admission ANYONE = new Anyone();
    Admission SIGNED_IN = new SignedIn();
    Admission INSIDER = new Insider();

    record Anyone() implements Admission {}

    record SignedIn() implements Admission {}

    record Insider() implements Admission {}

    record Holder(Permission permission) implements Admission {}
}
