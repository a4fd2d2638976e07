package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Reason;
import stemma.ledger.Rule;
import stemma.ledger.Status;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.signatures.Meaning;
import stemma.signatures.Signature;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which acts stand only over a signature and with a reason: what frees material or sends away what
 * quality has stopped (21 CFR 11.50, 211.142). A correction needs a reason, and one of a judgement,
 * of a hold or of a date that it lengthens a signature of its own: nothing is freed by a detour.
 */
final class SignedActs {
    private static final BigDecimal TOLERATED = new BigDecimal("0.02");

    private final StockBook book;

    SignedActs(StockBook book) {
        this.book = book;
    }

    List<Violation> broken(Candidate candidate) {
        List<Violation> missing = new ArrayList<>();
        Event event = candidate.event();
        String why = signs(candidate);
        if (why != null && event.circumstances().signature() == null) {
            missing.add(Rule.SIGNATURE_MISSING.broken("signature", null, why));
        }
        meaning(candidate, missing);
        if (explains(candidate, why) && isUnsaid(event.circumstances().reason())) {
            missing.add(Rule.REASON_MISSING.broken(
                    "reason", null, "Say why: this stands only with a reason."));
        }
        return missing;
    }

    private static void meaning(Candidate candidate, List<Violation> broken) {
        Signature signature = candidate.event().circumstances().signature();
        if (signature == null) return;
        Set<Meaning> fitting = MeaningsOfActs.of(candidate.event());
        if (fitting.stream().anyMatch(one -> one.word().equals(signature.meaning()))) return;
        broken.add(Rule.MEANING_WRONG.broken(
                "sign.meaning",
                null,
                "Who signs this says "
                        + fitting.stream().map(Meaning::word).collect(Collectors.joining(" or "))
                        + ", not " + signature.meaning() + "."));
    }

    /** A judgement and a disposition speak for themselves; a hold and its end do not. */
    private static boolean explains(Candidate candidate, @Nullable String signedBecause) {
        Event event = candidate.event();
        return event instanceof Event.Corrected
                || event instanceof Event.Held
                || event instanceof Event.HoldLifted
                || event instanceof Event.PassportChanged && signedBecause != null;
    }

    private static boolean isUnsaid(@Nullable Reason reason) {
        return reason == null || reason.code().isBlank();
    }

    /** Returns why a signature is needed, in a sentence; null where none is. */
    private @Nullable String signs(Candidate candidate) {
        Event effect = candidate.effect();
        if (candidate.event() instanceof Event.Corrected) {
            Event undone =
                    candidate.undone() == null ? null : candidate.undone().effect();
            if (frees(effect) || frees(undone)) {
                return "Correcting a judgement, a hold or the end of one needs a signature.";
            }
            if (undone instanceof Event.PassportChanged && effect == null) {
                return "Voiding what was said of a lot's dates needs a signature.";
            }
        }
        return effect == null ? null : signs(effect);
    }

    private static boolean frees(@Nullable Event event) {
        return event instanceof Event.Judged
                || event instanceof Event.Held
                || event instanceof Event.HoldLifted;
    }

    private @Nullable String signs(Event event) {
        if (event instanceof Event.Judged) return "A judgement needs a signature.";
        if (event instanceof Event.HoldLifted) return "Lifting a hold needs a signature.";
        if (event instanceof Event.PassportChanged changed && lengthens(changed)) {
            return "A later expiry or retest date needs a signature.";
        }
        if (event instanceof Event.Adjusted adjusted && makesMore(adjusted)) {
            return "More than 2 % above what the books have comes into being only over a"
                    + " signature.";
        }
        if (disposesOfWhatIsStopped(event)) {
            return "What is held, rejected or retained goes back, off the books or is destroyed"
                    + " only over a signature.";
        }
        return null;
    }

    /** Goods that nobody received and nobody made; a count that is nearly right is none. */
    private boolean makesMore(Event.Adjusted adjusted) {
        boolean isNew = adjusted.from() instanceof Place.Beyond
                && !(adjusted.to() instanceof Place.Beyond)
                && adjusted.circumstances().follows() == null;
        if (!isNew) return false;
        Lot lot = book.lots().find(adjusted.lot().first());
        if (lot == null || lot.isSerial()) return lot != null;
        BigDecimal there = book.shelf().at(lot, adjusted.to()).amount();
        return adjusted.quantity().amount().compareTo(there.multiply(TOLERATED)) > 0;
    }

    private boolean disposesOfWhatIsStopped(Event event) {
        for (Movement movement : Facts.movements(event)) {
            Lot lot = book.lots().find(movement.lot().first());
            Purpose purpose = Purpose.of(event, movement, book.containers()::standing);
            if (lot != null && purpose == Purpose.DISPOSE && isStopped(lot, movement)) return true;
        }
        return false;
    }

    private boolean lengthens(Event.PassportChanged changed) {
        Lot lot = book.lots().find(changed.lot().first());
        if (lot == null) return false;
        Passport before = lot.passport();
        Passport after = changed.passport();
        return isLater(before.expiry(), after.expiry()) || isLater(before.retest(), after.retest());
    }

    /** A date that is taken away ends nothing any more. */
    private static boolean isLater(@Nullable PassportDate before, @Nullable PassportDate after) {
        if (before == null) return false;
        return after == null || after.lastDay().isAfter(before.lastDay());
    }

    private boolean isStopped(Lot lot, Movement movement) {
        return lot.isRetained()
                || book.lots().status(movement.lot()) == Status.REJECTED
                || !book.holds().reaching(lot, movement.lot(), movement.from()).isEmpty();
    }
}
