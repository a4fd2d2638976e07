package stemma.inquiry;

import stemma.quantity.Quantity;
import stemma.stock.Container;

import java.util.List;

/** A container: where it stands, how its content is known, what is in it, and its events. */
public record ContainerCard(
        Container container, String place, List<Entry> content, List<Past> events) {
    public ContainerCard {
        content = List.copyOf(content);
        events = List.copyOf(events);
    }

    /** A lot in a container, and how much of it. */
    public record Entry(LotLine lot, Quantity quantity) {}
}
