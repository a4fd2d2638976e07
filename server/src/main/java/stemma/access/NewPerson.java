package stemma.access;

import stemma.identifiers.ActorId;

import java.util.List;

/** A person to be added: the actor id, the code for sign-in, the printed name and the roles. */
public record NewPerson(
        ActorId actor, String code, String printedName, List<Assignment> assignments) {
    public NewPerson {
        code = Codes.checked(code);
        printedName = Codes.checkedName(printedName);
        assignments = List.copyOf(assignments);
    }
}
