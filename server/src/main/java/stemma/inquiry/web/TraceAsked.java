package stemma.inquiry.web;

import stemma.genealogy.Direction;
import stemma.inquiry.Subject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the address of a trace asks: about what, which ways, as known when, and which picture. */
record TraceAsked(
        Subject subject, String direction, Optional<Instant> knownAt, PictureQuery picture) {

    /** Returns the ways to go, backward first; both where the word names neither. */
    static List<Direction> ways(String direction) {
        return switch (direction) {
            case "forward" -> List.of(Direction.FORWARD);
            case "backward" -> List.of(Direction.BACKWARD);
            default -> List.of(Direction.BACKWARD, Direction.FORWARD);
        };
    }

    List<Direction> ways() {
        return ways(direction);
    }
}
