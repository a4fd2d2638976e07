package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when a retained sample is kept: as the specification in force says, counted from the expiry
 * of the lot, and as somebody said. The later of both counts.
 */
public record Retention(
        @Nullable LocalDate byRule, @Nullable Said said) {

    /** The last day that somebody said, and why. */
    public record Said(LocalDate until, String why, ActorId by, Instant at) {}

    static Retention of(@Nullable Specification held, Passport passport, @Nullable Said said) {
        return new Retention(byRule(held, passport), said);
    }

    /** Where no date of the lot is known, the rule says nothing. */
    private static @Nullable LocalDate byRule(@Nullable Specification held, Passport passport) {
        PassportDate ends = passport.expiry() == null ? passport.bestBefore() : passport.expiry();
        if (held == null || held.retainMonths() == null || ends == null) return null;
        return ends.lastDay().plusMonths(held.retainMonths());
    }

    /** Returns the last day on which it is kept; nothing where nobody and no rule says. */
    public @Nullable LocalDate until() {
        if (said == null) return byRule;
        return byRule != null && byRule.isAfter(said.until()) ? byRule : said.until();
    }

    /** Says whether it has been kept for long enough, so that it may be destroyed. */
    public boolean isOver(LocalDate today) {
        LocalDate last = until();
        return last != null && last.isBefore(today);
    }

    /** Returns who says so: the rule, or a person and why. */
    public String because() {
        if (said != null && said.until().equals(until()))
            return said.by().code() + ": " + said.why();
        return until() == null ? "nobody said" : "by the specification";
    }
}
