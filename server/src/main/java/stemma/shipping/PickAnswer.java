package stemma.shipping;

/** What came of a scan while picking, with the stable code of what stands against it. */
public sealed interface PickAnswer {
    String sentence();

    /** It is in hand. */
    record Picked(String sentence) implements PickAnswer {}

    /** It may be taken if somebody says why. */
    record Doubtful(String code, String sentence, String advice) implements PickAnswer {}

    /** It must not be taken. */
    record Stopped(String code, String sentence, String advice) implements PickAnswer {}
}
