package stemma.access;

import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.stream.Collectors;

/**
 * Who asks, by a session or by a token: the author that entries will name, the person, the means
 * and the grants. Entry classes ask it before they act on a thing.
 */
public record Caller(Author author, Person person, Means means, Grants grants) {

    /** How the caller proved who it is; a token's caller is a program and cannot sign. */
    public enum Means {
        SESSION,
        TOKEN
    }

    public ActorId actor() {
        return author.actor();
    }

    /** Tells whether it is a visiting auditor, who has a seat and sees nothing beside it. */
    public boolean isVisitor() {
        return person.has(Role.VISITING_AUDITOR);
    }

    public boolean may(Permission permission) {
        return grants.may(permission);
    }

    public boolean may(Permission permission, SiteCode site) {
        return grants.may(permission, site);
    }

    /** Refuses with {@code permission_missing} unless it is allowed at some site. */
    public void require(Permission permission) {
        if (!may(permission)) throw new Refused(missing(permission));
    }

    /** Refuses with {@code permission_missing} unless it is allowed at this site. */
    public void require(Permission permission, SiteCode site) {
        if (may(permission, site)) return;
        throw new Refused(missing(permission).with("site", site.code()));
    }

    /** Returns the words for the roles, such as {@code Quality, Auditor, read-only}. */
    public String roles() {
        return person.assignments().stream()
                .map(assignment -> assignment.role().word())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** Returns the problem of one who lacks a permission. */
    public static Problem missing(Permission permission) {
        return Problem.of(
                        "permission_missing",
                        403,
                        "Your roles do not allow you to " + permission.sentence() + ".")
                .advising("Ask your administrator for a role that does.")
                .with("permission", permission.name());
    }
}
