package stemma.access;

import stemma.access.store.PersonRow;
import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns rows into people, and people into what the audit trail may hold of them. */
final class PeopleRows {
    private PeopleRows() {}

    static Person person(PersonRow row) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < row.roles().size(); i++) {
            String site = row.sites().get(i);
            Optional<SiteCode> where =
                    site.isEmpty() ? Optional.empty() : Optional.of(new SiteCode(site));
            assignments.add(new Assignment(Role.valueOf(row.roles().get(i)), where));
        }
        return new Person(
                new ActorId(row.actor()),
                row.code(),
                row.printedName(),
                standing(row),
                assignments);
    }

    private static Standing standing(PersonRow row) {
        if (row.disabled()) return Standing.DISABLED;
        return row.hasPassword() ? Standing.ACTIVE : Standing.INVITED;
    }

    static List<String> roles(List<Assignment> assignments) {
        return assignments.stream().map(assignment -> assignment.role().name()).toList();
    }

    static List<String> sites(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> assignment.site().map(SiteCode::code).orElse(""))
                .toList();
    }

    /** Returns what is sealed of a person: actor id, standing and roles, never a name or a code. */
    static JsonNode sealed(Person person) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("actor", person.actor().code());
        node.put("standing", person.standing().name());
        var roles = node.putArray("assignments");
        for (Assignment assignment : person.assignments()) {
            ObjectNode role = roles.addObject();
            role.put("role", assignment.role().name());
            assignment.site().ifPresent(site -> role.put("site", site.code()));
        }
        return node;
    }

    static Refused unknown() {
        return new Refused(Problem.of("person_unknown", 404, "There is no such person.")
                .advising("Choose a person from the list."));
    }

    static String subject(ActorId actor) {
        return "person " + actor.code();
    }
}
