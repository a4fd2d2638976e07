package stemma.scenario;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.ledger.Run;

import java.util.ArrayList;
import java.util.List;

/** How lots are made from lots: consumption, production and loss, in one sentence or in several. */
final class Making {
    private Making() {}

    /** An input as written, and the outputs it goes into where not into all. */
    private record InputText(LineText line, List<LotName> into) {
        static InputText read(Words words) {
            LineText line = LineText.read(words);
            List<LotName> into = new ArrayList<>();
            if (words.take("into")) {
                do into.add(LotName.read(words));
                while (words.take("and"));
            }
            return new InputText(line, into);
        }
    }

    /** What goes into a run, as written. */
    private record Feed(List<InputText> inputs, List<ContainerCode> containers) {
        static Feed read(Words words) {
            List<InputText> inputs = new ArrayList<>();
            List<ContainerCode> containers = new ArrayList<>();
            do {
                if (words.take("container")) {
                    containers.add(new ContainerCode(words.next("a container")));
                } else {
                    inputs.add(InputText.read(words));
                }
            } while (words.take(","));
            return new Feed(inputs, containers);
        }

        boolean isEmpty() {
            return inputs.isEmpty() && containers.isEmpty();
        }
    }

    /**
     * {@code run WO-55 on line L-1 consumes F-101 120 kg yields B-9 400 ea bread loses F-101 1 kg}.
     */
    static Act run(Words words) {
        RunText text = RunText.read(words);
        Feed feed = words.take("consumes") ? Feed.read(words) : new Feed(List.of(), List.of());
        List<BirthText> outputs = words.take("yields") ? words.list(BirthText::read) : List.of();
        List<LineText> losses = words.take("loses") ? words.list(LineText::readHere) : List.of();
        if (feed.isEmpty() && outputs.isEmpty() && losses.isEmpty()) {
            throw words.wrong("expected consumes, yields or loses");
        }
        return (scene, manner) -> {
            Run run = text.run(scene.cast());
            List<Event> events = new ArrayList<>();
            Occasion making = new Occasion(scene, manner);
            Occasion feeding = outputs.isEmpty() ? making : new Occasion(scene, manner);
            List<Line> lines =
                    feeding.lines(feed.inputs().stream().map(InputText::line).toList());
            List<Event> produced =
                    outputs.isEmpty() ? List.of() : List.of(produced(making, run, outputs));
            produced.forEach(scene.names()::born);
            if (!feed.isEmpty()) events.add(consumed(feeding, run, feed, lines));
            events.addAll(produced);
            if (!losses.isEmpty()) events.add(lost(new Occasion(scene, manner), run, losses));
            return events;
        };
    }

    /** {@code consume F-101 10 kg into B-9, container P-1 in WO-57}. */
    static Act consume(Words words) {
        Feed feed = Feed.read(words);
        words.expect("in");
        RunText text = RunText.read(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Run run = text.run(scene.cast());
            List<Line> lines =
                    occasion.lines(feed.inputs().stream().map(InputText::line).toList());
            return List.of(consumed(occasion, run, feed, lines));
        };
    }

    /** {@code produce B-9 400 ea bread in WO-55}. */
    static Act produce(Words words) {
        List<BirthText> outputs = words.list(BirthText::read);
        words.expect("in");
        RunText text = RunText.read(words);
        return (scene, manner) ->
                List.of(produced(new Occasion(scene, manner), text.run(scene.cast()), outputs));
    }

    private static Event consumed(Occasion occasion, Run run, Feed feed, List<Line> lines) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<Portion> into =
                    feed.inputs().get(i).into().stream().map(occasion::lot).toList();
            inputs.add(
                    new Input(line.lot(), line.quantity(), line.catchWeight(), line.from(), into));
        }
        return new Event.Consumed(occasion.circumstances(), run, inputs, feed.containers());
    }

    private static Event produced(Occasion occasion, Run run, List<BirthText> outputs) {
        List<Birth> births = occasion.births(outputs, null);
        return new Event.Produced(occasion.circumstances(), run, births);
    }

    /** What stays in the process goes from the run to process loss. */
    private static Event lost(Occasion occasion, Run run, List<LineText> losses) {
        PlaceName inRun = new PlaceName.Coded("run", run.id().code());
        List<Line> lines = occasion.lines(losses.stream()
                .map(l -> new LineText(l.lot(), l.amount(), inRun))
                .toList());
        return new Event.Moved(
                occasion.circumstances(), lines, List.of(), Place.Beyond.PROCESS_LOSS);
    }
}
