package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ResourceKind;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;

import java.time.Instant;
import java.util.List;

/**
 * What must be true of one resource, or of every resource of a kind, when it is used for an item or
 * an order, or for anything. {@code cleanHours} is how long it may stand between its cleaning and
 * its first use.
 */
public record Requirement(
        EventId id,
        @Nullable ResourceKind kind,
        @Nullable ResourceCode resource,
        @Nullable ItemCode item,
        @Nullable OrderCode order,
        List<Demand> demands,
        @Nullable Integer cleanHours,
        String reason) {
    public Requirement {
        demands = demands.stream().sorted().distinct().toList();
    }

    /** A requirement, and from when to when it stood; one that nobody has ended stands still. */
    public record Dated(
            Requirement what, Instant from, @Nullable Instant until) {
        boolean stoodAt(Instant moment) {
            return !from.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }

    /** Returns what it asks of what, such as {@code tool for TAB-5: calibrated}. */
    public String words() {
        StringBuilder words = new StringBuilder(
                resource != null
                        ? resource.code()
                        : kind == null ? "anything" : "every " + kind.word());
        if (item != null) words.append(" for ").append(item.code());
        if (order != null) words.append(" for order ").append(order.code());
        words.append(": ")
                .append(String.join(", ", demands.stream().map(Demand::word).toList()));
        if (cleanHours != null)
            words.append(demands.isEmpty() ? "" : ", ")
                    .append("used within ")
                    .append(cleanHours)
                    .append(" h of its cleaning");
        return words.toString();
    }
}
