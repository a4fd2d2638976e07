package stemma.receiving;

import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.ExternalLot;
import stemma.ledger.Guard;
import stemma.lots.KnownNumber;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.HoldsOnLots;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows the numbers that suppliers and makers have for what comes in: which of them are easily
 * taken for one another, and which name material that is held. Who receives under numbers that look
 * alike takes turns.
 */
final class SupplierLotGuard implements Guard {
    private static final int SHARES = 64;

    private final Lots lots;
    private final Stock stock;

    SupplierLotGuard(Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
    }

    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        for (ExternalLot number : numbers(events)) {
            int share = Math.floorMod(Lots.look(number.text()).hashCode(), SHARES);
            keys.add("supplier-lots:" + LotNumber.normal(number.issuer().code()) + "/" + share);
        }
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Set<String> texts = new HashSet<>();
        for (ExternalLot number : numbers(events)) texts.add(number.text());
        List<KnownNumber> known = lots.knownAs(texts);
        Set<Lot> concerned = new HashSet<>();
        known.forEach(one -> concerned.add(one.lot()));
        HoldsOnLots holds =
                concerned.isEmpty() ? new HoldsOnLots(Map.of()) : stock.holdsOn(concerned);
        return new SupplierLotBook(known, holds);
    }

    private static List<ExternalLot> numbers(Collection<Candidate> events) {
        List<ExternalLot> numbers = new ArrayList<>();
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Received e)) continue;
            for (Birth birth : e.lots()) numbers.addAll(birth.passport().externalLots());
        }
        return numbers;
    }
}
