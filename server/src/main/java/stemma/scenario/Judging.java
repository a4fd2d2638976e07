package stemma.scenario;

import stemma.catalog.ResourceKind;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.Reach;
import stemma.ledger.Status;
import stemma.ledger.TimeSource;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What quality says of lots: judgements, holds and their end, identities, passports. */
final class Judging {
    private Judging() {}

    /**
     * {@code judge F-101, F-102 released by quinn}: signed by whoever judges; {@code released on
     * inspection with retest because tested} gives the retest dates that follow.
     */
    static Act judge(Words words) {
        List<LotName> names = words.list(LotName::read);
        Status status = status(words);
        boolean rests = words.take("on", "inspection");
        boolean stale = rests && words.take("shown", "earlier");
        boolean dates = rests && words.take("with", "retest");
        return (scene, manner) -> {
            List<Portion> lots = new ArrayList<>();
            for (LotName name : names) {
                List<Portion> family = scene.names().family(name);
                if (family.isEmpty()) lots.add(scene.names().one(name, scene::nextId));
                lots.addAll(family);
            }
            List<Event> events = new ArrayList<>();
            events.add(new Event.Judged(
                    new Occasion(scene, manner).circumstances(),
                    status,
                    lots,
                    rests ? bases(scene, lots, stale) : List.of()));
            if (dates) events.addAll(dates(scene, manner, lots));
            return events;
        };
    }

    /** The retest dates that whoever judges is shown beside the open inspections. */
    private static List<Event> dates(Scene scene, Manner manner, List<Portion> lots) {
        return scene.plant().quality().inspections(lots).stream()
                .filter(card -> card.inspection().state() == Inspection.State.OPEN)
                .flatMap(card -> scene.plant().retests().next(card).stream())
                .<Event>map(next -> new Event.PassportChanged(
                        new Occasion(scene, manner).circumstances(),
                        next.lot().span(),
                        next.passport()))
                .toList();
    }

    /** The open inspections of the lots, as whoever signs is shown them, or was before. */
    private static List<InspectionBasis> bases(Scene scene, List<Portion> lots, boolean stale) {
        List<InspectionBasis> bases = new ArrayList<>();
        for (InspectionCard card : scene.plant().quality().inspections(lots)) {
            boolean waits = card.inspection().state() == Inspection.State.OPEN;
            if (!waits && !card.changedSince()) continue;
            InspectionBasis now = card.basis();
            bases.add(
                    stale
                            ? new InspectionBasis(
                                    now.inspection(),
                                    now.item(),
                                    now.revision(),
                                    now.conclusion(),
                                    "0".repeat(now.results().length()))
                            : now);
        }
        return bases;
    }

    private static Status status(Words words) {
        for (Status status : Status.values()) {
            if (words.take(status.name().toLowerCase(Locale.ROOT))) return status;
        }
        throw words.wrong("expected quarantined, released, restricted or rejected");
    }

    /** What a hold names, as written; found when the hold is told. */
    @FunctionalInterface
    private interface ReachText {
        Reach in(Scene scene, Occasion occasion);
    }

    /** {@code hold F-101 with descendants because foreign_body as H-7}. */
    static Act hold(Words words) {
        ReachText reach = reach(words);
        Descent descent =
                words.take("with", "descendants") ? Descent.WITH_DESCENDANTS : Descent.ALONE;
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Reach reached = reach.in(scene, occasion);
            return List.of(new Event.Held(
                    occasion.circumstances(),
                    new HoldCode(scene.document(manner, "H")),
                    reached,
                    descent));
        };
    }

    private static ReachText reach(Words words) {
        if (words.take("container")) {
            ContainerCode code = new ContainerCode(words.next("a container"));
            return (scene, occasion) -> new Reach.Content(code);
        }
        if (words.take("location")) {
            PlaceName place = PlaceName.read(words);
            return (scene, occasion) -> {
                if (occasion.place(place) instanceof stemma.ledger.Place.At at) {
                    return new Reach.Standing(at.site(), at.location());
                }
                throw new Unclear("a hold on a location names one of ours");
            };
        }
        if (words.take("run")) {
            RunId run = new RunId(words.next("a run"));
            return (scene, occasion) -> new Reach.Yield(run);
        }
        if (words.take("resource")) return touched(words);
        LotName name = LotName.read(words);
        return (scene, occasion) -> lots(scene, occasion, name);
    }

    private static ReachText touched(Words words) {
        String resource = words.next("a resource");
        words.expect("from");
        When from = When.readTime(words);
        words.expect("to");
        When to = When.readTime(words);
        return (scene, occasion) -> {
            var zone = scene.cast().zone(Cast.MAIN);
            return new Reach.Touched(
                    scene.cast().resource(resource, ResourceKind.EQUIPMENT),
                    new Occurrence(
                            scene.clock().from(from, zone),
                            scene.clock().to(to, zone),
                            TimeSource.STATED,
                            zone));
        };
    }

    private static Reach lots(Scene scene, Occasion occasion, LotName name) {
        boolean isFamily = !scene.plant()
                .lots()
                .family(
                        name.item() == null ? null : new ItemCode(name.item()),
                        new LotNumber(name.number()))
                .isEmpty();
        if (isFamily && !name.isOne()) {
            return new Reach.Family(
                    name.item() == null ? null : new ItemCode(name.item()),
                    new LotNumber(name.number()));
        }
        return new Reach.Sublot(occasion.lot(name));
    }

    /** {@code lift H-1}; {@code lift e1.held} ends the hold that followed from e1. */
    static Act lift(Words words) {
        String code = words.next("a hold");
        return (scene, manner) -> {
            HoldCode hold =
                    code.indexOf('.') > 0 && scene.labels().one(code) instanceof Event.Held held
                            ? held.hold()
                            : new HoldCode(code);
            return List.of(new Event.HoldLifted(new Occasion(scene, manner).circumstances(), hold));
        };
    }

    /** {@code identify U-1 is F-101}: who was unknown turned out to be another. */
    static Act identify(Words words) {
        LotName unknown = LotName.read(words);
        words.expect("is");
        LotName is = LotName.read(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Portion first = occasion.lot(unknown);
            Portion other = occasion.lot(is);
            return List.of(
                    new Event.Identified(occasion.circumstances(), first.first(), other.first()));
        };
    }

    /** {@code change F-101 expiring 2026-05-31 origin NL}. */
    static Act change(Words words) {
        LotName name = LotName.read(words);
        List<BirthText.Fact> facts = new ArrayList<>();
        while (true) {
            BirthText.Fact fact = words.take("number")
                    ? new BirthText.Fact("number", words.next("a lot number"), null)
                    : BirthText.fact(words);
            if (fact == null) break;
            facts.add(fact);
        }
        if (facts.isEmpty())
            throw words.wrong("expected what changes, such as expiring 2026-05-31");
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Portion lot = occasion.lot(name);
            Passport before = scene.names().passport(lot);
            if (before == null) before = Passport.of(new ItemCode("unknown"), new LotNumber("?"));
            Passport after = new PassportText(scene.cast()).with(before, facts, before.seller());
            return List.of(new Event.PassportChanged(occasion.circumstances(), lot, after));
        };
    }
}
