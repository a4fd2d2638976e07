package stemma.trail.web;

import org.jspecify.annotations.Nullable;

import stemma.lots.Lot;
import stemma.shell.Members;
import stemma.trail.SeatLine;
import stemma.trail.SeatLot;
import stemma.trail.TrailLine;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Lots and entries of a seat as JSON. */
final class SeatJson {
    private SeatJson() {}

    static Map<String, Object> lot(Lot lot) {
        return Members.of(
                "id", lot.span().toString(),
                "item", lot.item().code(),
                "number", lot.number().text());
    }

    static Map<String, Object> kin(SeatLot.Kin kin) {
        return Members.of(
                "lots", kin.lots().stream().map(SeatJson::lot).toList(), "otherLots", kin.others());
    }

    static @Nullable String row(OptionalInt next) {
        return next.isPresent() ? Integer.toString(next.getAsInt()) : null;
    }

    static Map<String, Object> line(SeatLine told) {
        TrailLine line = told.line();
        return Members.of(
                "id",
                line.id().toString(),
                "seq",
                Long.toString(line.seq()),
                "leaf",
                line.leaf(),
                "recordedAt",
                line.recordedAt().toString(),
                "actor",
                line.author().actor().code(),
                "who",
                line.who(),
                "action",
                line.action(),
                "subject",
                line.subject(),
                "items",
                line.items().stream().sorted().toList(),
                "sites",
                line.sites().stream().sorted().toList(),
                "changes",
                changes(line),
                "refused",
                line.refusal(),
                "reason",
                line.reason(),
                "otherItems",
                told.otherItems(),
                "otherSites",
                told.otherSites());
    }

    private static List<Map<String, Object>> changes(TrailLine line) {
        return line.changes().stream()
                .map(change -> Members.of(
                        "field", change.field(),
                        "before", change.before(),
                        "after", change.after()))
                .toList();
    }
}
