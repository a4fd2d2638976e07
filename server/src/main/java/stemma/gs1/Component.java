package stemma.gs1;

import stemma.gs1.lint.Fault;
import stemma.gs1.lint.Lint;

import java.util.List;
import java.util.Optional;

/**
 * One part of what an application identifier holds: its characters, its length in characters from
 * least to most, and its tests. Only the last part may vary in length, and none that must be there
 * follows one that may be absent.
 */
record Component(Lint characters, int least, int most, boolean isOptional, List<Lint> lints) {
    Component {
        lints = List.copyOf(lints);
    }

    /** Returns the first fault of the part, its length apart. */
    Optional<Fault> fault(String part) {
        Optional<Fault> fault = characters.fault(part);
        for (Lint lint : lints) {
            if (fault.isPresent()) return fault;
            fault = lint.fault(part);
        }
        return fault;
    }
}
