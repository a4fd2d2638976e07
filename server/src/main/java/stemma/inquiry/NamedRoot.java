package stemma.inquiry;

import stemma.identifiers.Portion;

import java.util.List;

/** A root as it was written, and which lots and units were meant by it: at least one. */
public record NamedRoot(RootText asked, String words, List<Portion> portions) {
    public NamedRoot {
        portions = List.copyOf(portions);
    }
}
