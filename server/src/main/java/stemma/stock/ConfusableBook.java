package stemma.stock;

import stemma.catalog.Item;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges the numbers of what comes to be by those of stopped lots that look the same. */
final class ConfusableBook implements Guard.Judge {
    private final Map<String, List<Lot>> stopped;

    ConfusableBook(Map<String, List<Lot>> stopped) {
        this.stopped = Map.copyOf(stopped);
    }

    static String key(ItemCode item, LotNumber number) {
        return Item.key(item).normal() + "\n" + Lots.look(number.text());
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null || stopped.isEmpty()) return List.of();
        List<Violation> broken = new ArrayList<>();
        for (Birth birth : Facts.births(effect)) {
            LotNumber number = birth.passport().number();
            List<Lot> alike = stopped.getOrDefault(key(birth.passport().item(), number), List.of());
            if (alike.isEmpty()) continue;
            Lot other = alike.getFirst();
            if (other.number().normal().equals(number.normal())) continue;
            broken.add(Rule.NUMBER_CONFUSABLE.broken(
                    "lots[" + birth.ordinal() + "]",
                    birth.of(effect.id()),
                    number + " is easily taken for " + other.number()
                            + ", which is held or rejected. Read the number again, or give"
                            + " another."));
        }
        return broken;
    }
}
