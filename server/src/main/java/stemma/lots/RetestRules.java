package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rule that a test lets a lot be used for longer, never past its expiry. */
final class RetestRules {
    private final LotBook book;
    private final List<Violation> broken = new ArrayList<>();

    RetestRules(LotBook book) {
        this.book = book;
    }

    List<Violation> broken(Candidate candidate, Event effect) {
        if (effect instanceof Event.PassportChanged e) changed(e, candidate.undone() != null);
        int index = 0;
        for (Birth birth : Facts.births(effect)) {
            String at = BirthElement.of(effect, index++) + ".passport.retest";
            if (!isInherited(birth, effect))
                told(birth.passport(), birth.passport().expiry(), birth.of(effect.id()), at);
        }
        return broken;
    }

    /**
     * What leaves both dates as they were is about something else. An expiry that is said no more
     * holds on: without it a later date could be given in two steps.
     */
    private void changed(Event.PassportChanged change, boolean isCorrection) {
        Lot lot = book.find(change.lot().first());
        if (lot == null) return;
        Passport before = lot.passport();
        Passport after = change.passport();
        boolean stays = Objects.equals(after.retest(), before.retest())
                && Objects.equals(after.expiry(), before.expiry());
        if (stays && !isCorrection) return;
        PassportDate expiry = after.expiry() == null ? book.lastExpiry(lot) : after.expiry();
        told(after, expiry, change.lot(), "passport.retest");
    }

    /** What a lot got from what it comes from nobody has stated anew. */
    private boolean isInherited(Birth birth, Event event) {
        PassportDate retest = birth.passport().retest();
        for (Portion source : LotBook.sources(birth, event)) {
            Lot lot = book.find(source.first());
            if (lot != null && Objects.equals(retest, lot.passport().retest())) return true;
        }
        return false;
    }

    private void told(Passport passport, @Nullable PassportDate expiry, Portion lot, String at) {
        PassportDate by = passport.retest();
        if (by == null || expiry == null || !by.lastDay().isAfter(expiry.lastDay())) return;
        String expires = passport.expiry() == null ? " was to expire " : " expires ";
        broken.add(Rule.RETEST_AFTER_EXPIRY.broken(
                at,
                lot,
                "Lot " + passport.number() + expires + expiry + "; it cannot be tested again by "
                        + by + "."));
    }
}
