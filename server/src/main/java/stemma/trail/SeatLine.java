package stemma.trail;

/**
 * A line as a visiting auditor is told it: whole, or, where the entry names what is not of the
 * seat, without fields, numbers and reason, and with how many other items and sites it names.
 */
public record SeatLine(TrailLine line, int otherItems, int otherSites) {
    public boolean isWhole() {
        return otherItems + otherSites == 0;
    }
}
