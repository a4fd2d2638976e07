package stemma.shipping;

import stemma.identifiers.LotNumber;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.Portion;
import stemma.intake.Slip;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Writes what came back as an event: each part names the lot or unit that it claims to be, and is
 * kept apart as a lot of its own. A unit keeps its serial.
 */
public final class ReturnDraft {
    private final Lots lots;

    public ReturnDraft(Lots lots) {
        this.lots = lots;
    }

    /** Returns the draft for the form's rows {@code claimed}, {@code quantity}, {@code number}. */
    public ObjectNode of(Slip slip, ZoneId zone, String password) {
        ObjectNode draft = slip.draft("returned", zone, password);
        draft.put("document", slip.word("document"));
        draft.put("customer", slip.word("customer"));
        if (slip.has("shipTo")) draft.put("shipTo", slip.word("shipTo"));
        ArrayNode lines = draft.putArray("lines");
        List<String> claimed = slip.all("claimed");
        int ordinal = 0;
        for (int row = 0; row < claimed.size(); row++) {
            if (claimed.get(row).isBlank()) continue;
            line(lines.addObject(), claimed.get(row).strip(), slip, row, ordinal++);
        }
        return draft;
    }

    private void line(ObjectNode line, String claimed, Slip slip, int row, int ordinal) {
        Optional<SerialUnit> unit =
                lots.bySerial(claimed).stream().reduce((earlier, later) -> later);
        Optional<Lot> lot = unit.map(SerialUnit::block).or(() -> lot(claimed));
        line.put("of", unit.map(u -> Portion.of(u.unit()).toString()).orElse(claimed));
        ObjectNode as = line.putObject("as");
        as.put("ordinal", ordinal);
        as.put("units", 1);
        ObjectNode passport = as.putObject("passport");
        passport.put("item", lot.map(l -> l.item().code()).orElse("unknown"));
        String number = slip.word("number", row);
        passport.put(
                "number",
                number.isEmpty() ? lot.map(l -> l.number().text()).orElse(claimed) + "-R" : number);
        unit.ifPresent(u -> {
            ObjectNode serials = passport.putObject("serials");
            serials.put("prefix", "").put("first", 0).put("digits", 0);
            serials.putArray("texts").add(u.serial().text());
        });
        as.put("quantity", unit.isPresent() ? "1 ea" : slip.word("quantity", row));
        as.put("to", "at:" + slip.word("location"));
    }

    private Optional<Lot> lot(String claimed) {
        try {
            return lots.family(null, new LotNumber(claimed)).stream().findFirst();
        } catch (MalformedIdentifier notALot) {
            return Optional.empty();
        }
    }
}
