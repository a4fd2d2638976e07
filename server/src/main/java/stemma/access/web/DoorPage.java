package stemma.access.web;

import stemma.shell.Problem;

import java.util.Optional;

/** What the pages at the door show again after a refusal; a password is never among it. */
public record DoorPage(
        String from, String code, String name, String invitation, Optional<Problem> problem) {
    DoorPage(String from, String code, String name, String invitation) {
        this(from, code, name, invitation, Optional.empty());
    }

    DoorPage refused(Problem why) {
        return new DoorPage(from, code, name, invitation, Optional.of(why));
    }
}
