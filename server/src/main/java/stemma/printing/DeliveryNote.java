package stemma.printing;

import java.util.List;

/** What a consignee gets with the goods: each line with its lots, dates, serials and pallets. */
public record DeliveryNote(
        String shipment,
        String order,
        String from,
        String consignee,
        String to,
        String left,
        List<Line> lines,
        List<String> certificates)
        implements Paper {
    public static final String TITLE = "Delivery note";

    public DeliveryNote {
        lines = List.copyOf(lines);
        certificates = List.copyOf(certificates);
    }

    /** One lot of one item; serials as a range or a list, empty where there are none. */
    public record Line(
            String item,
            String itemName,
            String lot,
            String goodUntil,
            String serials,
            String container,
            String quantity) {}

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String subject() {
        return shipment;
    }

    /** Several consignees may get goods under one number, each with a note of its own. */
    @Override
    public String addressee() {
        return consignee;
    }

    @Override
    public String query() {
        return "shipment " + shipment + (order.isEmpty() ? "" : " for order " + order);
    }

    @Override
    public String template() {
        return "printing/delivery-note";
    }
}
