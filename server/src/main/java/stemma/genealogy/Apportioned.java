package stemma.genealogy;

import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.trace.Share;
import stemma.trace.Shares;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * The suspect's quantity apportioned over all that may contain some of it, in the suspect's unit;
 * what was lost in runs, and what is in no lot.
 */
public final class Apportioned {
    private static final int DIGITS = 4;
    private static final int CERTAIN = 9;

    private final Quantity suspect;
    private final Shares shares;
    private final Map<Long, List<String>> bases;

    Apportioned(Quantity suspect, Shares shares, Map<Long, List<String>> bases) {
        this.suspect = suspect;
        this.shares = shares;
        this.bases = bases;
    }

    /** Returns how much the suspect was as it came in, all roots together. */
    public Quantity suspect() {
        return suspect;
    }

    /**
     * Returns how much of the suspect is in a lot or units that a trace reached; where no link that
     * is apportioned leads there, from none to all.
     */
    public LotShare of(Reached reached) {
        Lot lot = reached.lot();
        Share share = shares.of(new stemma.trace.Span(
                lot.key(),
                reached.portion().first().ordinal(),
                reached.portion().last()));
        List<String> by = bases.getOrDefault(lot.key(), List.of());
        if (share.maximum() == 0)
            return new LotShare(BigDecimal.ZERO, BigDecimal.ZERO, suspect.amount(), by);
        return new LotShare(
                shown(share.minimum(), RoundingMode.FLOOR),
                shown(share.expected(), RoundingMode.HALF_UP),
                shown(share.maximum(), RoundingMode.CEILING),
                by);
    }

    /** Returns what is expected to have been lost in runs, rounded. */
    public BigDecimal lost() {
        return shown(shares.lost(), RoundingMode.HALF_UP);
    }

    /** Returns what is expected to be in runs that have not yielded, and in vessels, rounded. */
    public BigDecimal between() {
        return shown(shares.between(), RoundingMode.HALF_UP);
    }

    /** Four digits are shown; nine are certain, so that a third of three is one. */
    private static BigDecimal shown(double amount, RoundingMode towards) {
        BigDecimal certain = BigDecimal.valueOf(amount)
                .movePointLeft(Weighing.DECIMALS)
                .round(new MathContext(CERTAIN, RoundingMode.HALF_UP));
        certain = certain.setScale(Math.min(certain.scale(), CERTAIN), towards);
        int before = certain.precision() - certain.scale();
        BigDecimal shown = certain.round(new MathContext(Math.max(DIGITS, before), towards));
        return shown.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(plain(shown));
    }

    private static String plain(BigDecimal shown) {
        return shown.stripTrailingZeros().toPlainString();
    }
}
