package stemma.printing;

import java.util.List;

/**
 * What to fetch for an order, in the order of the walk: place, item, lot and how much. Each line
 * may bear a mark to scan; {@code note} tells what to heed, such as that an older lot is passed
 * over.
 */
public record PickList(String order, String customer, String due, List<Line> lines)
        implements Paper {
    public PickList {
        lines = List.copyOf(lines);
    }

    /** One lot to fetch from one place. */
    public record Line(
            String place,
            String item,
            String itemName,
            String lot,
            String goodUntil,
            String quantity,
            String note,
            Barcode code) {}

    @Override
    public String title() {
        return "Pick list";
    }

    @Override
    public String subject() {
        return order;
    }

    @Override
    public String query() {
        return "what is to be picked for " + order;
    }

    @Override
    public String template() {
        return "printing/pick-list";
    }
}
