package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.ledger.Circumstances;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Status;
import stemma.quality.BlockedLine;
import stemma.quality.BlockedQuery;
import stemma.quality.Disposition;
import stemma.quality.InspectionCard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** How quality disposes of a lot that is not fit as it stands, or of a part of it. */
final class Disposing {
    private Disposing() {}

    /**
     * {@code dispose O-1 10 kg into O-1-A to use}, {@code to rework}, {@code as feed released},
     * {@code back to MillCo}, {@code by fire before rosa evidence CERT-1}, each {@code because
     * agreed by quinn signed by quinn}.
     */
    static Act dispose(Words words) {
        LineText text = LineText.read(words);
        String number = words.take("into") ? words.next("a number") : "";
        WayText way = way(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Line line = occasion.line(text, 0);
            Passport passport = scene.names().passport(line.lot());
            Disposition disposition = new Disposition(
                    line,
                    passport == null ? new ItemCode("unknown") : passport.item(),
                    number,
                    way.in(scene, line),
                    why(manner),
                    shown(scene, line.lot()));
            Deque<Circumstances> first = new ArrayDeque<>(List.of(occasion.circumstances()));
            return disposition.events(() -> first.isEmpty()
                    ? occasion.circumstances().identifiedAs(scene.nextId())
                    : first.pop());
        };
    }

    /** What is to become of it, as written. */
    @FunctionalInterface
    private interface WayText {
        Disposition.Way in(Scene scene, Line line);
    }

    private static WayText way(Words words) {
        if (words.take("to", "use")) return (_, _) -> new Disposition.Way.UseAsIs();
        if (words.take("to", "rework")) return (_, _) -> new Disposition.Way.Rework();
        if (words.take("back", "to")) {
            String supplier = words.next("a supplier");
            return (scene, _) -> new Disposition.Way.GiveBack(
                    scene.cast().partner(supplier), new DocumentCode("RTS-D"));
        }
        if (words.take("as")) {
            String item = words.next("an item");
            String status = words.next("a status");
            return (scene, line) -> new Disposition.Way.Regrade(
                    scene.cast().item(item, line.quantity().unit()),
                    Status.valueOf(status.toUpperCase(Locale.ROOT)));
        }
        words.expect("by");
        String method = words.next("a method");
        String witness = words.take("before") ? words.next("a witness") : "";
        words.expect("evidence");
        String document = words.next("a document");
        return (_, _) -> new Disposition.Way.Destroy(new DocumentCode(document), method, witness);
    }

    private static String why(Manner manner) {
        if (manner.reason() == null) return "";
        String text = manner.reason().text();
        return text.isEmpty() ? manner.reason().code() : text;
    }

    private static List<InspectionBasis> shown(Scene scene, Portion lot) {
        return scene.plant().quality().inspections(List.of(lot)).stream()
                .filter(InspectionCard::waits)
                .map(InspectionCard::basis)
                .toList();
    }

    /** {@code blocked [quarantined|held|…]}: what is not fit as it stands, the longest first. */
    static @Nullable Sentence read(Words words) {
        if (!words.take("blocked")) return null;
        BlockedQuery.Standing standing = BlockedQuery.Standing.ANY;
        for (BlockedQuery.Standing one : BlockedQuery.Standing.values())
            if (words.take(one.word())) standing = one;
        BlockedQuery query = new BlockedQuery(
                standing, "", "", "", "", 0, BlockedQuery.Sort.WAITING, 0, Integer.MAX_VALUE);
        return scene -> {
            List<String> lines = scene.plant().blockedStock().page(query).rows().stream()
                    .map(Disposing::words)
                    .toList();
            return lines.isEmpty() ? List.of("nothing") : lines;
        };
    }

    private static String words(BlockedLine line) {
        return line.stock().lot().number() + "  " + line.stock().amount() + " "
                + line.stock().place().replace(" / ", "/") + ", "
                + String.join(", ", line.because()) + ", since " + line.since();
    }
}
