package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ResourceKind;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Birth;
import stemma.ledger.CleaningKind;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.stock.Balance;

import java.util.ArrayList;
import java.util.List;

/** What goes into and out of vessels, containers and units, and what makes resources clean. */
final class Handling {
    private Handling() {}

    /** {@code fill T-1 with M-1 500 L, M-2 300 L}. */
    static Act fill(Words words) {
        String vessel = words.next("a vessel");
        words.expect("with");
        List<LineText> texts = words.list(LineText::read);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> lines = occasion.lines(texts);
            return List.of(
                    new Event.Filled(occasion.circumstances(), vessel(scene, vessel), lines));
        };
    }

    /** {@code draw D-1 100 L milk from T-1}. */
    static Act draw(Words words) {
        List<BirthText> texts = words.list(BirthText::read);
        words.expect("from");
        String vessel = words.next("a vessel");
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Birth> births = occasion.births(texts, null);
            return List.of(
                    new Event.Drawn(occasion.circumstances(), vessel(scene, vessel), births));
        };
    }

    /** {@code empty T-1}. */
    static Act empty(Words words) {
        String vessel = words.next("a vessel");
        return (scene, manner) -> List.of(new Event.Emptied(
                new Occasion(scene, manner).circumstances(), vessel(scene, vessel)));
    }

    /** {@code clean OVEN-2 of listeria and peanut with CIP changeover agent "caustic" lot N-7}. */
    static Act clean(Words words) {
        String resource = words.next("a resource");
        List<String> hazards = new ArrayList<>();
        if (words.take("of")) {
            do hazards.add(words.next("a hazard"));
            while (words.take("and"));
        }
        String method = words.take("with") ? words.next("a method") : "";
        CleaningKind kind = cleaningKind(words);
        String agent = words.take("agent") ? words.next("an agent") : null;
        String agentLot = words.take("lot") ? words.next("its lot") : null;
        return (scene, manner) -> List.of(new Event.Cleaned(
                new Occasion(scene, manner).circumstances(),
                scene.cast().resource(resource, ResourceKind.EQUIPMENT),
                hazards,
                method,
                kind,
                agent,
                agentLot));
    }

    private static @Nullable CleaningKind cleaningKind(Words words) {
        if (words.take("between", "lots")) return CleaningKind.BETWEEN_LOTS;
        if (words.take("changeover")) return CleaningKind.CHANGEOVER;
        return words.take("weekly") ? CleaningKind.WEEKLY : null;
    }

    private static ResourceCode vessel(Scene scene, String code) {
        return scene.cast().resource(code, ResourceKind.VESSEL);
    }

    /** {@code pack B-9 40 ea, container C-1 into P-1 at DOCK inferred}. */
    static Act pack(Words words) {
        Load load = Load.read(words);
        words.expect("into");
        ContainerCode container = new ContainerCode(words.next("a container"));
        PlaceName at = words.isAtPlace() && words.take("at") ? PlaceName.read(words) : null;
        ContentBasis basis = words.take("inferred") ? ContentBasis.INFERRED : ContentBasis.OBSERVED;
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> lines = occasion.lines(load.lines());
            boolean fresh = scene.containers().add(container);
            Place place = at != null ? occasion.place(at) : fresh ? occasion.usual() : null;
            load.containers().forEach(scene.containers()::add);
            return List.of(new Event.Packed(
                    occasion.circumstances(), container, place, basis, lines, load.containers()));
        };
    }

    /** {@code unpack B-9 10 ea from P-1 to MAIN}. */
    static Act unpack(Words words) {
        Load load = Load.readHere(words);
        words.expect("from");
        String container = words.next("a container");
        PlaceName to = words.take("to") ? PlaceName.read(words) : null;
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Load taken = load.from(new PlaceName.Coded("container", container));
            List<Line> lines = occasion.lines(taken.lines());
            Place place = to == null ? occasion.usual() : occasion.place(to);
            return List.of(new Event.Unpacked(
                    occasion.circumstances(),
                    new ContainerCode(container),
                    lines,
                    load.containers(),
                    place));
        };
    }

    /** {@code install GB-1 in PUMP-1 position left}. */
    static Act install(Words words) {
        LineText component = LineText.read(words);
        words.expect("in");
        LotName unit = LotName.read(words);
        String position = position(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Line line = occasion.line(component, 0);
            LotId into = occasion.lot(unit).first();
            return List.of(new Event.Installed(occasion.circumstances(), into, line, position));
        };
    }

    /** {@code remove GB-1 from PUMP-1 to BENCH}: the original, on evidence for that unit. */
    static Act remove(Words words) {
        LineText component = LineText.readHere(words);
        words.expect("from");
        LotName unit = LotName.read(words);
        PlaceName to = words.take("to") ? PlaceName.read(words) : null;
        String position = position(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Line line = occasion.line(
                    new LineText(component.lot(), component.amount(), new PlaceName.Inside(unit)),
                    0);
            Place place = to == null ? occasion.usual() : occasion.place(to);
            LotId from = occasion.lot(unit).first();
            return List.of(new Event.Removed(
                    occasion.circumstances(),
                    from,
                    builtIn(scene, line, from),
                    null,
                    place,
                    position));
        };
    }

    /**
     * What came back inside a unit stands where it was built in: in an earlier life of the unit.
     */
    private static Line builtIn(Scene scene, Line line, LotId unit) {
        var serial = scene.plant().lots().serials(Portion.of(unit));
        return scene.balances(line.lot()).stream()
                .filter(balance -> balance.quantity().isPositive())
                .map(Balance::place)
                .filter(place -> place instanceof Place.InUnit(var life)
                        && scene.plant().lots().serials(Portion.of(life)).equals(serial))
                .findFirst()
                .map(place -> new Line(line.lot(), line.quantity(), line.catchWeight(), place))
                .orElse(line);
    }

    /**
     * {@code reclaim X-1 1 ea gearbox from PUMP-1}: a lot of its own, which descends from the unit.
     */
    static Act reclaim(Words words) {
        BirthText text = BirthText.read(words);
        words.expect("from");
        LotName unit = LotName.read(words);
        String position = position(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Birth birth = occasion.births(List.of(text), null).getFirst();
            LotId from = occasion.lot(unit).first();
            return List.of(new Event.Removed(
                    occasion.circumstances(), from, null, birth, birth.to(), position));
        };
    }

    private static String position(Words words) {
        return words.take("position") ? words.next("a position") : "";
    }
}
