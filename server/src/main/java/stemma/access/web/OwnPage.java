package stemma.access.web;

import stemma.access.Permission;
import stemma.access.Person;
import stemma.access.Reset;
import stemma.access.Token;

import java.util.List;

/** What a person sees of the own account: rights, what tokens may be given, the tokens. */
public record OwnPage(
        Person person,
        List<Permission> may,
        List<Permission> forTokens,
        List<Token> tokens,
        List<Reset> resets) {}
