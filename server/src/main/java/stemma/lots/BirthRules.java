package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.PassportDate;
import stemma.ledger.Rule;
import stemma.ledger.Status;
import stemma.ledger.Violation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules about what a lot may say of itself when it begins: how fit it is, and how old. */
final class BirthRules {
    private final LotBook book;
    private final List<Violation> broken = new ArrayList<>();

    BirthRules(LotBook book) {
        this.book = book;
    }

    List<Violation> broken(Candidate candidate, Event effect) {
        int index = 0;
        for (Birth birth : Facts.births(effect)) {
            String at = BirthElement.of(effect, index++);
            fitness(birth, candidate, effect, at);
            produced(birth, effect, at);
        }
        return broken;
    }

    /**
     * A lot begins as its item, its supplier or what it comes from says, or stricter; only quality
     * makes it fitter, by a judgement. A correction may leave a lot the status it began with, and
     * for opening stock, which was judged before these records, somebody signs.
     */
    private void fitness(Birth birth, Candidate candidate, Event effect, String at) {
        Item item = book.masters().item(birth.passport().item()).orElse(null);
        Status asked = birth.status();
        if (item == null || asked == null) return;
        boolean isOpening = effect instanceof Event.Opened;
        if (isOpening && candidate.event().circumstances().signature() != null) return;
        Status allowed = book.beginning(item, effect);
        Status before = before(birth, candidate);
        if (before != null && isFitter(before, allowed)) allowed = before;
        if (!isFitter(asked, allowed)) return;
        broken.add(Rule.STATUS_NOT_JUDGED.broken(
                at + ".status",
                birth.of(effect.id()),
                "Lot " + birth.passport().number() + " begins " + word(allowed) + ", not "
                        + word(asked) + ": quality judges it."));
    }

    /** Returns the status with which the corrected event let the lot begin. */
    private static @Nullable Status before(Birth birth, Candidate candidate) {
        if (candidate.undone() == null) return null;
        for (Birth corrected : Facts.births(candidate.undone().effect()))
            if (corrected.ordinal() == birth.ordinal()) return corrected.status();
        return null;
    }

    private static boolean isFitter(Status one, Status other) {
        return Judgement.severity(one) < Judgement.severity(other);
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** What is made here was not made tomorrow: its shelf life counts from that day. */
    private void produced(Birth birth, Event event, String at) {
        PassportDate produced = birth.passport().produced();
        boolean isMadeHere = event instanceof Event.Produced || event instanceof Event.Drawn;
        if (produced == null || !isMadeHere) return;
        LocalDate today = book.now()
                .plus(LotBook.CLOCK_TOLERANCE)
                .atZone(book.zone(event))
                .toLocalDate();
        if (produced.firstDay().isAfter(today)) {
            broken.add(Rule.TIME_IN_FUTURE.broken(
                    at + ".passport.produced",
                    null,
                    produced + " is in the future; it is " + today + "."));
        }
    }
}
