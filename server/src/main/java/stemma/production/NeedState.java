package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.quantity.Quantity;

/**
 * One line of a recipe in the making: what is asked, and what was taken for it in the unit of the
 * line (absent where it cannot be measured in that).
 */
public record NeedState(RecipeNeed need, @Nullable Quantity taken, Level level) {
    /** How what was taken stands against what is asked. */
    public enum Level {
        NOTHING,
        SHORT,
        MET,
        OVER,
        UNMEASURED
    }

    static NeedState of(RecipeNeed need, OrderState state) {
        Quantity taken = state.taken(need).orElse(null);
        return new NeedState(need, taken, level(need, taken));
    }

    private static Level level(RecipeNeed need, @Nullable Quantity taken) {
        if (taken == null) return Level.UNMEASURED;
        if (!taken.isPositive()) return Level.NOTHING;
        Quantity most = need.most();
        if (most != null && most.isLessThan(taken)) return Level.OVER;
        return taken.isLessThan(need.least()) ? Level.SHORT : Level.MET;
    }

    /** Returns what is still asked for, nothing where it is met or cannot be measured. */
    public Quantity left() {
        Quantity zero = Quantity.zero(need.asked().unit());
        if (taken == null || need.asked().isLessThan(taken)) return zero;
        return need.asked().minus(taken);
    }

    /** Returns how much of what is asked was taken, in whole percent, 100 at most. */
    public int percent() {
        if (taken == null || !taken.isPositive()) return 0;
        return taken.amount()
                .movePointRight(2)
                .divide(need.asked().amount(), 0, java.math.RoundingMode.DOWN)
                .min(java.math.BigDecimal.valueOf(100))
                .intValue();
    }
}
