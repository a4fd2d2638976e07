package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.RecipeLine;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What an order makes by one line of its recipe: how much is asked, and how much was made (absent
 * where it cannot be measured in the unit of the line).
 */
public record MadeState(
        RecipeLine line, Quantity asked, @Nullable Quantity made) {
    static MadeState of(RecipeLine line, OrderState state) {
        BigDecimal share = state.share();
        Quantity asked = new Quantity(
                line.amount()
                        .amount()
                        .multiply(share, MathContext.DECIMAL128)
                        .setScale(Quantity.MAX_SCALE, RoundingMode.HALF_UP),
                line.amount().unit());
        return new MadeState(line, asked, state.made(line).orElse(null));
    }

    /** Returns what is still to be made, nothing where all of it is. */
    public Quantity left() {
        if (made == null || asked.isLessThan(made)) return Quantity.zero(asked.unit());
        return asked.minus(made);
    }

    /** Returns how much of what is asked was made, in whole percent, 100 at most. */
    public int percent() {
        if (made == null || !made.isPositive() || !asked.isPositive()) return 0;
        return made.amount()
                .movePointRight(2)
                .divide(asked.amount(), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(100))
                .intValue();
    }
}
