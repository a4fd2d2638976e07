package stemma.ledger;

/** Why: a code chosen from a list, with free text where the list asks for it (may be empty). */
public record Reason(String code, String text) {
    public static Reason of(String code) {
        return new Reason(code, "");
    }
}
