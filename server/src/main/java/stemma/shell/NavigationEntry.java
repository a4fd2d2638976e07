package stemma.shell;

/**
 * One line of the navigation, contributed by a room: shown to those who hold the right, sorted by
 * order; the hundreds of the order are the groups (100 answers, 200 work, 300 judgement, 400
 * masters, 900 house).
 */
public record NavigationEntry(String label, String path, Right right, int order)
        implements Comparable<NavigationEntry> {
    @Override
    public int compareTo(NavigationEntry other) {
        int byOrder = Integer.compare(order, other.order);
        return byOrder != 0 ? byOrder : label.compareTo(other.label);
    }

    /** Returns the heading under which the entry stands. */
    public String group() {
        return switch (order / 100) {
            case 0, 1 -> "Answers";
            case 2 -> "Work";
            case 3 -> "Judgement";
            case 4 -> "Masters";
            case 5 -> "Doors";
            default -> "House";
        };
    }
}
