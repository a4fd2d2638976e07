package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.Portion;
import stemma.ledger.Answer;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.shell.Refused;
import stemma.warehouse.CountCard;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;

import java.util.ArrayList;
import java.util.List;

/** Cycle counts: {@code cycle C-1 opens at COLD}, {@code counts LOT AMOUNT}, {@code posts}. */
final class Cycling {
    private Cycling() {}

    /** Returns a sentence about a count, or nothing where another kind of sentence begins. */
    static @Nullable Sentence read(Words words) {
        if (!words.take("cycle")) return null;
        DocumentCode code = new DocumentCode(words.next("a count"));
        if (words.take("opens")) return opens(words, code);
        if (words.take("counts")) return counts(words, code);
        if (words.take("posts")) {
            Counts.Extent extent =
                    words.take("whole") ? Counts.Extent.WHOLE_PLACE : Counts.Extent.COUNTED_ONLY;
            return acting(scene -> posted(scene, code, extent));
        }
        if (words.take("drops")) {
            return acting(scene -> {
                scene.plant().counts().drop(scene.author(null), code);
                return List.of();
            });
        }
        return scene -> answered(() -> card(scene, scene.plant().counts().card(code)));
    }

    private static Sentence opens(Words words, DocumentCode code) {
        words.expect("at");
        PlaceName at = PlaceName.read(words);
        CountDocument.Sight sight =
                words.take("blind") ? CountDocument.Sight.BLIND : CountDocument.Sight.OPEN;
        Manner manner = Manner.read(words, Claim.INTENT);
        return acting(scene -> {
            Occasion occasion = new Occasion(scene, manner);
            Place place = occasion.place(at);
            scene.plant()
                    .counts()
                    .open(
                            scene.author(null),
                            code,
                            place instanceof Place.At(var site, var _) ? site : Cast.MAIN,
                            place,
                            sight,
                            scene.clock().now().atZone(java.time.ZoneOffset.UTC).toLocalDate());
            return List.of();
        });
    }

    private static Sentence counts(Words words, DocumentCode code) {
        LotName name = LotName.read(words);
        Amount amount = words.isNumber() ? Amount.read(words) : null;
        return acting(scene -> {
            Portion lot = scene.names().one(name, scene::nextId);
            Quantity quantity = amount == null ? Quantity.each(lot.count()) : amount.quantity();
            Amount weight = amount == null ? null : amount.catchWeight();
            scene.plant()
                    .counts()
                    .count(
                            scene.author(null),
                            code,
                            lot,
                            quantity,
                            weight == null ? null : weight.quantity(),
                            Evidence.SCANNED);
            return List.of();
        });
    }

    private static List<String> posted(Scene scene, DocumentCode code, Counts.Extent extent) {
        Answer answer =
                scene.plant().counts().post(scene.author(null), code, extent).orElse(null);
        if (answer == null) return List.of("all agrees");
        List<Event> sent = answer instanceof Answer.Appended appended
                ? appended.events().stream()
                        .map(r -> r.event())
                        .filter(e -> e.circumstances().follows() == null)
                        .toList()
                : List.of();
        List<String> lines = new ArrayList<>();
        for (Event event : sent) lines.add(said(scene, event));
        lines.addAll(new Reply(scene).lines(sent, answer));
        return lines;
    }

    private static String said(Scene scene, Event event) {
        LotTelling telling = new LotTelling(scene);
        return stemma.ledger.Facts.movements(event).stream()
                .map(m -> scene.names().words(m.lot()) + " " + m.quantity()
                        + (m.catchWeight() == null ? "" : " weighing " + m.catchWeight()) + " "
                        + telling.place(m.from()) + " now " + telling.place(m.to()))
                .findFirst()
                .orElse("");
    }

    private static List<String> card(Scene scene, CountCard card) {
        List<String> lines = new ArrayList<>();
        for (CountCard.Difference line : card.lines()) {
            lines.add(scene.names().words(line.portion()) + "  "
                    + (line.counted() == null ? "not counted" : line.found().toString())
                    + ", books "
                    + line.expected() + ", " + line.verdict());
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private interface Telling {
        List<String> lines();
    }

    private static Sentence acting(Sentence act) {
        return scene -> {
            try {
                return answered(() -> act.tell(scene));
            } finally {
                scene.names().told();
                scene.acted();
            }
        };
    }

    private static List<String> answered(Telling telling) {
        try {
            return telling.lines();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }
}
