package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.lots.Lot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * By when a lot that has passed is to be tested again: so many months after its last result as the
 * specification says, and never after its expiry (ICH Q7 11.6).
 */
public record NextRetest(Lot lot, PassportDate by, @Nullable PassportDate expiry) {

    /** Returns the passport with that date, and with everything else as it is. */
    public Passport passport() {
        return lot.passport().retestedBy(by);
    }

    /** Says whether its expiry comes before the specification would ask for it. */
    public boolean isCapped() {
        return expiry != null && expiry.equals(by);
    }

    /**
     * Returns it, where the inspection gives the lot another date than it has. The date that a lot
     * came with stays until it is tested again, and no test makes it earlier.
     */
    static Optional<NextRetest> of(
            InspectionCard card, Lot lot, @Nullable PassportDate last, ZoneId zone) {
        Integer months = card.specification().retestMonths();
        Instant tested = lastResult(card);
        if (months == null
                || tested == null
                || card.verdict().conclusion() != Verdict.Conclusion.PASSES)
            return Optional.empty();
        LocalDate day = tested.atZone(zone).toLocalDate().plusMonths(months);
        PassportDate expiry =
                lot.passport().expiry() == null ? last : lot.passport().expiry();
        PassportDate by =
                expiry != null && expiry.lastDay().isBefore(day) ? expiry : PassportDate.of(day);
        PassportDate now = lot.passport().retest();
        boolean stays = now != null
                && (!card.inspection().occasion().isAgain()
                        || !by.lastDay().isAfter(now.lastDay()));
        return stays ? Optional.empty() : Optional.of(new NextRetest(lot, by, expiry));
    }

    private static @Nullable Instant lastResult(InspectionCard card) {
        return card.counting().stream()
                .map(Result::occurredAt)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
