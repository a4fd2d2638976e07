package stemma.labelling.web;

import stemma.printing.Label;
import stemma.printing.Printed;
import stemma.printing.Printing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Labels before they are printed: what they are for, how they look, and earlier prints. */
public record LabelsPage(LabelQuery query, List<Label> labels, List<Printed> earlier) {
    /** How many labels are shown; all are printed. */
    public static final int SHOWN = 12;

    public LabelsPage {
        labels = List.copyOf(labels);
        earlier = List.copyOf(earlier);
    }

    public List<Label> shown() {
        return labels.subList(0, Math.min(SHOWN, labels.size()));
    }

    /** Tells whether any was printed before, so that a reason is asked for. */
    public boolean isReprint() {
        return !earlier.isEmpty();
    }

    /** Returns the picture of a label as an address that holds it. */
    public static String picture(Label label) {
        byte[] svg = Printing.preview(label).getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    /** Returns what the picture shows, for who does not see it. */
    public static String told(Label label) {
        StringBuilder told = new StringBuilder();
        if (!label.warning().isEmpty()) told.append(label.warning()).append(". ");
        told.append(label.heading()).append(", ").append(label.number());
        label.facts()
                .forEach(fact ->
                        told.append(", ").append(fact.name()).append(' ').append(fact.value()));
        return told.toString();
    }
}
