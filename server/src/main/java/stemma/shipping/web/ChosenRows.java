package stemma.shipping.web;

import org.springframework.util.MultiValueMap;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shipping.Allocation;
import stemma.stock.Pick;

import java.util.ArrayList;
import java.util.List;

/** Reads which goods somebody chose in the rows of a form; rows without a quantity are none. */
final class ChosenRows {
    private ChosenRows() {}

    static Allocation.Choice of(MultiValueMap<String, String> sent) {
        List<Integer> lines = new ArrayList<>();
        List<Pick> picks = new ArrayList<>();
        List<String> lots = sent.getOrDefault("lot", List.of());
        for (int row = 0; row < lots.size(); row++) {
            String number = at(sent, "quantity", row).strip();
            if (number.isEmpty() || number.matches("0+")) continue;
            Quantity quantity = Quantity.of(number, new Unit(at(sent, "unit", row)));
            Portion offered = Portion.of(lots.get(row));
            Portion lot = offered.count() == 1
                    ? offered
                    : new Portion(
                            new LotId(offered.first().birth(), offered.first().ordinal()),
                            Math.max(
                                    1,
                                    Math.min(offered.count(), quantity.amount().intValue())));
            lines.add(Integer.parseInt(at(sent, "line", row)));
            picks.add(new Pick(lot, Place.of(at(sent, "place", row)), quantity));
        }
        String reason = first(sent, "reason");
        String text = first(sent, "reason_text");
        return new Allocation.Choice(
                lines, picks, reason.isEmpty() ? "" : (reason + " " + text).strip());
    }

    private static String at(MultiValueMap<String, String> sent, String field, int row) {
        List<String> all = sent.getOrDefault(field, List.of());
        return row < all.size() ? all.get(row) : "";
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        String first = sent.getFirst(field);
        return first == null ? "" : first.strip();
    }
}
