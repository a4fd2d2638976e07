package stemma.ledger;

import java.util.List;

/**
 * Why nothing was recorded: the stable snake_case code, the element, a plain sentence, and every
 * other rule the event would break, in the order in which they win.
 */
public record Refusal(String code, String element, String sentence, List<Violation> all) {
    public Refusal {
        all = List.copyOf(all);
    }

    static Refusal of(String code, String element, String sentence) {
        return new Refusal(code, element, sentence, List.of());
    }
}
