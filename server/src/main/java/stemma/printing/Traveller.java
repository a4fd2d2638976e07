package stemma.printing;

import java.util.List;

/**
 * The paper that goes with a work order through the plant: what to make, of what, by which steps,
 * with marks for the order, its steps and the lots set aside for it, and room to write.
 */
public record Traveller(
        String order,
        String item,
        String itemName,
        String revision,
        String quantity,
        String due,
        List<Material> materials,
        List<Step> steps)
        implements Paper {
    public Traveller {
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
    }

    /** An item that goes in; the lot is empty where none is set aside. */
    public record Material(
            String item, String itemName, String lot, String quantity, List<Barcode> code) {
        public Material {
            code = List.copyOf(code);
        }
    }

    /** A step: its number, what to do, on what, and the limits of what is written down. */
    public record Step(String number, String words, String equipment, String limits) {}

    @Override
    public String title() {
        return "Traveller";
    }

    @Override
    public String subject() {
        return order;
    }

    @Override
    public String query() {
        return "work order " + order + ", recipe revision " + revision;
    }

    @Override
    public String template() {
        return "printing/traveller";
    }
}
