package stemma.access.web;

import stemma.access.Person;
import stemma.access.Role;

import java.util.List;

/** All people, and the roles that can be given. */
public record PeoplePage(List<Person> people, List<Role> roles) {}
