package stemma.certificates;

import stemma.shell.Problem;

import java.util.List;

/** What a certificate would say now, and what stands against issuing it, the gravest first. */
public record IssueDraft(Statement statement, List<Problem> against) {
    public IssueDraft {
        against = List.copyOf(against);
    }

    public String digest() {
        return statement.digest().text();
    }

    public boolean mayBeSigned() {
        return against.isEmpty();
    }
}
