package stemma.scenario;

import stemma.identifiers.ContainerCode;

import java.util.ArrayList;
import java.util.List;

/** Lots and whole containers, as written: {@code B-9 40 ea, container P-1}. */
record Load(List<LineText> lines, List<ContainerCode> containers) {
    Load {
        lines = List.copyOf(lines);
        containers = List.copyOf(containers);
    }

    static Load read(Words words) {
        List<LineText> lines = new ArrayList<>();
        List<ContainerCode> containers = new ArrayList<>();
        do {
            if (words.take("container"))
                containers.add(new ContainerCode(words.next("a container")));
            else lines.add(LineText.read(words));
        } while (words.take(","));
        return new Load(lines, containers);
    }

    /** Reads a load of which {@code from} says from what it is taken. */
    static Load readHere(Words words) {
        List<LineText> lines = new ArrayList<>();
        List<ContainerCode> containers = new ArrayList<>();
        do {
            if (words.take("container"))
                containers.add(new ContainerCode(words.next("a container")));
            else lines.add(LineText.readHere(words));
        } while (words.take(","));
        return new Load(lines, containers);
    }

    /** Returns the same load, every line of it taken from that place. */
    Load from(PlaceName place) {
        return new Load(
                lines.stream()
                        .map(l -> new LineText(l.lot(), l.amount(), place))
                        .toList(),
                containers);
    }
}
