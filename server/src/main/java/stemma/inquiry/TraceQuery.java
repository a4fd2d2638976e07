package stemma.inquiry;

import stemma.genealogy.Direction;

import java.util.List;
import java.util.Locale;

/**
 * Which rows of a trace are wanted: those with all the words, in which order, from which row on.
 */
public record TraceQuery(Direction direction, String only, Order order, int offset, int limit) {
    public static final int PAGE = 250;

    /** Every row, as an export has it. */
    public static TraceQuery all(Direction direction) {
        return new TraceQuery(direction, "", Order.GENERATION, 0, Integer.MAX_VALUE);
    }

    /** In which order rows stand. */
    public enum Order {
        GENERATION,
        ITEM,
        NUMBER,
        BORN,
        EVIDENCE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the order of a code; that of generations where there is no such order. */
        public static Order ofCode(String code) {
            for (Order order : values()) {
                if (order.code().equals(code)) return order;
            }
            return GENERATION;
        }
    }

    /** Says whether every row is wanted. */
    boolean isWhole() {
        return offset == 0 && limit == Integer.MAX_VALUE && words().isEmpty();
    }

    List<String> words() {
        String lower = only.toLowerCase(Locale.ROOT).strip();
        return lower.isEmpty() ? List.of() : List.of(lower.split("\\s+"));
    }
}
