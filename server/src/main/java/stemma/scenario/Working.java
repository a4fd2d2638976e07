package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ResourceKind;
import stemma.identifiers.OrderCode;
import stemma.journal.Author;
import stemma.ledger.Claim;
import stemma.production.MadeState;
import stemma.production.NeedState;
import stemma.production.OpenPoint;
import stemma.production.OrderCard;
import stemma.production.StepRecord;
import stemma.production.StepState;
import stemma.production.Steps;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is done about work orders beside the movements: steps, closing, and how an order stands. */
final class Working {
    static final String VERBS = "step, close, reopen, work order";

    private Working() {}

    /** Returns a sentence about a work order, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("step")) return step(words);
        if (words.take("close")) return close(words);
        if (words.take("reopen")) return reopen(words);
        if (words.take("work", "order")) return order(words);
        return null;
    }

    /** {@code step 20 of WO-1 on OVEN-1 reading "core temperature" 78 and pH 4.4 by otto}. */
    private static Sentence step(Words words) {
        int number = Integer.parseInt(words.next("the number of a step"));
        words.expect("of");
        String order = words.next("a work order");
        String resource = words.take("on") ? words.next("a resource") : "";
        Map<String, String> readings = new LinkedHashMap<>();
        if (words.take("reading")) {
            do readings.put(words.next("what is read off"), words.next("a number"));
            while (words.take("and"));
        }
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            scene.plant()
                    .steps()
                    .record(
                            author(scene, manner),
                            new Steps.Done(
                                    scene.nextId(),
                                    new OrderCode(order),
                                    number,
                                    resource.isEmpty()
                                            ? null
                                            : scene.cast()
                                                    .resource(resource, ResourceKind.EQUIPMENT),
                                    readings,
                                    scene.clock().now(),
                                    reason(manner)));
            return List.of();
        });
    }

    /** {@code close WO-1 seeing 2 points because agreed}. */
    private static Sentence close(Words words) {
        String order = words.next("a work order");
        int seen = 0;
        if (words.take("seeing")) {
            seen = Integer.parseInt(words.next("a number of points"));
            if (!words.take("point")) words.expect("points");
        }
        int points = seen;
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            scene.plant()
                    .workOrders()
                    .close(author(scene, manner), new OrderCode(order), points, reason(manner));
            return List.of();
        });
    }

    private static Sentence reopen(Words words) {
        String order = words.next("a work order");
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            scene.plant()
                    .workOrders()
                    .reopen(author(scene, manner), new OrderCode(order), reason(manner));
            return List.of();
        });
    }

    private static Author author(Scene scene, Manner manner) {
        return scene.author(manner.author());
    }

    private static String reason(Manner manner) {
        if (manner.reason() == null) return "";
        String text = manner.reason().text();
        return text.isEmpty() ? manner.reason().code() : text;
    }

    private interface Told {
        List<String> lines();
    }

    private static List<String> told(Scene scene, Told told) {
        scene.acted();
        try {
            return told.lines();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }

    /** {@code work order WO-1}: what it asks, what went in and came out, steps, open points. */
    private static Sentence order(Words words) {
        String code = words.next("a work order");
        return scene -> {
            try {
                return lines(scene.plant().workOrders().card(new OrderCode(code)));
            } catch (Refused unknown) {
                return List.of("refused " + unknown.problem().code());
            }
        };
    }

    private static List<String> lines(OrderCard card) {
        List<String> lines = new ArrayList<>();
        if (card.isClosed()) lines.add("closed");
        for (MadeState made : card.makes()) {
            lines.add("made " + (made.made() == null ? "unmeasured" : made.made()) + " of "
                    + made.asked() + " " + made.line().item());
        }
        for (NeedState need : card.needs()) {
            lines.add("took " + (need.taken() == null ? "unmeasured" : need.taken()) + " of "
                    + need.need().asked() + " " + need.need().line().item() + ", "
                    + need.level().name().toLowerCase(Locale.ROOT));
        }
        card.steps().forEach(step -> lines.add(line(step)));
        for (OpenPoint point : card.points())
            lines.add("open " + point.kind().word() + ": " + point.sentence());
        return lines;
    }

    private static String line(StepState step) {
        StepRecord latest = step.latest();
        String done = latest == null
                ? "not done"
                : "by " + latest.by().code()
                        + (latest.resource() == null ? "" : " on " + latest.resource())
                        + (latest.words().isEmpty() ? "" : ", " + latest.words());
        return "step " + step.step().number() + " " + step.step().text() + ": " + done;
    }
}
