package stemma.quality;

import java.util.List;
import java.util.Optional;

/**
 * The values of one characteristic of an item lot by lot, the oldest first, with the limits that
 * they have themselves and those of the specification. {@code total} counts what was measured in
 * all, {@code otherUnits} what another revision measures in another unit and is left out.
 */
public record ControlChart(
        Specification specification,
        Characteristic characteristic,
        List<ControlPoint> points,
        Optional<ControlLimits> limits,
        int total,
        int otherUnits) {
    /** From so many lots on the limits are not provisional any more (ISO 7870-2). */
    public static final int ENOUGH = 20;

    private static final int MORE_DECIMALS = 2;

    public ControlChart {
        points = List.copyOf(points);
    }

    public long outOfControl() {
        return points.stream().filter(ControlPoint::isOutOfControl).count();
    }

    public long failing() {
        return points.stream().filter(ControlPoint::fails).count();
    }

    public boolean isProvisional() {
        return points.size() < ENOUGH;
    }

    /** Returns a figure reckoned from values, to two decimals more than they are compared to. */
    public String shown(java.math.BigDecimal figure) {
        return ControlLimits.shown(figure, characteristic.decimals() + MORE_DECIMALS);
    }

    /** Returns the limits in words, with their unit. */
    public String limitWords() {
        return limits.map(found -> shown(found.lower()) + " to " + shown(found.upper()) + " "
                        + characteristic.unit())
                .orElse("");
    }

    /** Returns how its one value is told: as it was read, or the mean of its samples. */
    public String value(ControlPoint point) {
        return point.samples() == 1 ? point.value().toPlainString() : shown(point.value());
    }
}
