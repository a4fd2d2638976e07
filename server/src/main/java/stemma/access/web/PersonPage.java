package stemma.access.web;

import stemma.access.Person;
import stemma.access.Reset;
import stemma.access.Role;
import stemma.access.Token;

import java.util.List;

/**
 * One person with the roles that can be given, the tokens that act in the person's name and, of a
 * visiting auditor, the seat.
 */
public record PersonPage(
        Person person, List<Role> roles, List<Token> tokens, List<Reset> resets, SeatForm seat) {

    public boolean visits() {
        return person.has(Role.VISITING_AUDITOR);
    }
}
