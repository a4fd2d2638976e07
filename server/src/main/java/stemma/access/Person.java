package stemma.access;

import stemma.identifiers.ActorId;

import java.util.List;

/**
 * A person who acts: the actor id that records carry, the code typed at sign-in and the printed
 * name (both erasable), the standing and the roles.
 */
public record Person(
        ActorId actor,
        String code,
        String printedName,
        Standing standing,
        List<Assignment> assignments) {

    public Person {
        assignments = assignments.stream().sorted().toList();
    }

    public boolean has(Role role) {
        return assignments.stream().anyMatch(assignment -> assignment.role() == role);
    }
}
