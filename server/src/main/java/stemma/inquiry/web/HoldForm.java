package stemma.inquiry.web;

import stemma.inquiry.Exposure;

import java.util.List;

/**
 * The form that sets a hold: on what, what it will reach, and the id under which it is recorded
 * once.
 */
public record HoldForm(Exposure board, String id, String code) {
    /** The reasons that may be chosen; the text says the rest. */
    public static final List<String> REASONS = List.of(
            "foreign_body",
            "microbial",
            "allergen",
            "chemical",
            "quality",
            "label",
            "complaint",
            "investigation");
}
