package stemma.receiving;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.ExternalLot;
import stemma.ledger.Guard;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.lots.KnownNumber;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.HoldsOnLots;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the numbers under which goods come in. A number that looks like another of the same issuer
 * and item, and one that comes again after so long that its year is in doubt (a day of the year
 * does not tell it), must be confirmed; one that names held material is stopped at the dock.
 */
final class SupplierLotBook implements Guard.Judge {
    private static final Duration SAME_SEASON = Duration.ofDays(300);

    private final Map<Named, List<Known>> known = new HashMap<>();
    private final HoldsOnLots holds;
    private final List<Noted> noted = new ArrayList<>();
    private int marked;

    /** What numbers are compared within: issuer, item and look. */
    private record Named(String issuer, String item, String look) {
        static Named of(ExternalLot number, String item) {
            return new Named(
                    LotNumber.normal(number.issuer().code()),
                    LotNumber.normal(item),
                    Lots.look(number.text()));
        }
    }

    /** A number as read before, with the lot where it is recorded already. */
    private record Known(
            String text,
            Instant at,
            EventId birth,
            @Nullable Lot lot) {}

    private record Noted(Named named, Known known) {}

    SupplierLotBook(List<KnownNumber> numbers, HoldsOnLots holds) {
        this.holds = holds;
        for (KnownNumber number : numbers) {
            Lot lot = number.lot();
            note(new Noted(
                    Named.of(number.number(), lot.item().code()),
                    new Known(number.number().text(), lot.bornTo(), lot.id().birth(), lot)));
        }
    }

    private void note(Noted one) {
        known.computeIfAbsent(one.named(), _ -> new ArrayList<>()).add(one.known());
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        if (!(candidate.effect() instanceof Event.Received delivery)) return List.of();
        List<Violation> broken = new ArrayList<>();
        Map<Named, String> own = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (Birth birth : delivery.lots()) {
            for (ExternalLot number : birth.passport().externalLots()) {
                Named named = Named.of(number, birth.passport().item().code());
                held(delivery, birth, number, named, broken);
                String alike = like(delivery, number, named, own.putIfAbsent(named, number.text()));
                if (!alike.isEmpty() && told.add(alike)) {
                    broken.add(
                            Rule.SIMILAR_LOT.broken("lots[" + birth.ordinal() + "]", null, alike));
                }
            }
        }
        return broken;
    }

    private void held(
            Event.Received delivery,
            Birth birth,
            ExternalLot number,
            Named named,
            List<Violation> broken) {
        for (Known before : known.getOrDefault(named, List.of())) {
            if (before.lot() == null
                    || before.birth().equals(delivery.id())
                    || !isSame(before.text(), number.text())) continue;
            List<Hold> reaching = holds.on(before.lot());
            if (reaching.isEmpty()) continue;
            broken.add(Rule.LOT_IS_HELD.broken(
                    "lots[" + birth.ordinal() + "]",
                    birth.of(delivery.id()),
                    number.issuer() + "'s lot " + number.text() + " is our "
                            + before.lot().number() + ", which hold "
                            + reaching.getFirst().code()
                            + " reaches."));
            return;
        }
    }

    private String like(
            Event.Received delivery, ExternalLot number, Named named, @Nullable String own) {
        if (own != null && !isSame(own, number.text())) {
            return told(number.issuer(), number.text(), own, "which stands beside it");
        }
        Instant at = delivery.circumstances().occurredAt().from();
        Instant latest = Instant.MIN;
        for (Known before : known.getOrDefault(named, List.of())) {
            if (before.birth().equals(delivery.id())) continue;
            if (isSame(before.text(), number.text())) {
                if (before.at().isAfter(latest)) latest = before.at();
            } else if (!isKnownAs(named, number.text(), delivery.id())) {
                return told(number.issuer(), number.text(), before.text(), day(before.at()));
            }
        }
        return latest.isAfter(Instant.MIN) && latest.isBefore(at.minus(SAME_SEASON))
                ? number.issuer() + "'s lot " + number.text() + " came last " + day(latest)
                        + ". Is it the same lot, or has the number begun again?"
                : "";
    }

    // Once both spellings are in the record, somebody has confirmed that they are two.
    private boolean isKnownAs(Named named, String text, EventId except) {
        return known.getOrDefault(named, List.of()).stream()
                .anyMatch(before -> !before.birth().equals(except) && isSame(before.text(), text));
    }

    private static String told(PartnerCode issuer, String text, String other, String where) {
        return issuer + "'s lot " + text + " is easily taken for " + other + ", " + where
                + ". Look at the label again.";
    }

    private static String day(Instant at) {
        return "received on " + at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean isSame(String one, String other) {
        return LotNumber.normal(one).equals(LotNumber.normal(other));
    }

    @Override
    public void stands(Candidate candidate) {
        if (!(candidate.effect() instanceof Event.Received delivery)) return;
        Instant at = delivery.circumstances().occurredAt().to();
        for (Birth birth : delivery.lots()) {
            for (ExternalLot number : birth.passport().externalLots()) {
                Noted one = new Noted(
                        Named.of(number, birth.passport().item().code()),
                        new Known(number.text(), at, delivery.id(), null));
                noted.add(one);
                note(one);
            }
        }
    }

    @Override
    public void mark() {
        marked = noted.size();
    }

    @Override
    public void forget() {
        while (noted.size() > marked) {
            Noted last = noted.removeLast();
            List<Known> numbers = known.get(last.named());
            if (numbers != null) numbers.removeLast();
        }
    }
}
