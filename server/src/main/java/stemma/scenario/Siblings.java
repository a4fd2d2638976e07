package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.SplitKind;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;

/** How lots of one material part and come together: split, repack, relabel, regrade, merge. */
final class Siblings {
    private Siblings() {}

    /**
     * {@code split F-101 100 kg into F-101A 60 kg, F-101B 40 kg}; repack, relabel, regrade alike.
     */
    static Act split(Words words, SplitKind kind) {
        LineText from = LineText.read(words);
        words.expect("into");
        List<BirthText> into = words.list(BirthText::readSibling);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Line line = occasion.line(from, 0);
            List<Birth> births = new ArrayList<>();
            int ordinal = 0;
            for (BirthText text : into) {
                Birth birth = birth(scene, occasion, ordinal, text, line, line.quantity());
                births.add(birth);
                ordinal += birth.units();
            }
            return List.of(new Event.Split(occasion.circumstances(), kind, line, births));
        };
    }

    /** {@code merge F-101 100 kg, F-102 50 kg into F-103}. */
    static Act merge(Words words) {
        List<LineText> from = words.list(LineText::read);
        words.expect("into");
        BirthText into = BirthText.readSibling(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> lines = occasion.lines(from);
            Quantity sum = lines.getFirst().quantity();
            for (Line line : lines.subList(1, lines.size())) sum = sum.plus(line.quantity());
            Birth birth = birth(scene, occasion, 0, into, lines.getFirst(), sum);
            return List.of(new Event.Merged(occasion.circumstances(), lines, birth));
        };
    }

    private static Birth birth(
            Scene scene, Occasion occasion, int ordinal, BirthText text, Line from, Quantity all) {
        ItemCode item = item(scene, text.item(), from);
        Quantity quantity = text.amount() == null
                ? all
                : occasion.quantity(item, text.amount(), "into[" + ordinal + "].quantity");
        BirthText placed = text.to() != null || !(from.from() instanceof stemma.ledger.Place.At at)
                ? text
                : new BirthText(
                        text.number(),
                        text.amount(),
                        text.item(),
                        text.facts(),
                        text.serials(),
                        new PlaceName.Spot(at.site().code(), at.location().code()),
                        text.status());
        Passport passport = Passport.of(item, new LotNumber(text.number()));
        return occasion.born(ordinal, placed, passport, quantity, null);
    }

    private static ItemCode item(Scene scene, @Nullable String said, Line from) {
        Passport passport = scene.names().passport(from.lot());
        if (said != null) return scene.cast().item(said, from.quantity().unit());
        return passport == null ? new ItemCode("unknown") : passport.item();
    }
}
