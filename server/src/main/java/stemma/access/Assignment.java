package stemma.access;

import stemma.identifiers.SiteCode;

import java.util.Comparator;
import java.util.Optional;

/** One role of one person, at one site, or at every site when none is named. */
public record Assignment(Role role, Optional<SiteCode> site) implements Comparable<Assignment> {
    private static final Comparator<Assignment> ORDER = Comparator.comparing(Assignment::role)
            .thenComparing(assignment -> assignment.site().map(SiteCode::code).orElse(""));

    public static Assignment everywhere(Role role) {
        return new Assignment(role, Optional.empty());
    }

    public static Assignment at(SiteCode site, Role role) {
        return new Assignment(role, Optional.of(site));
    }

    /** Tells whether the assignment allows it at the site. */
    boolean allows(Permission permission, SiteCode where) {
        return role.permissions().contains(permission)
                && (site.isEmpty() || site.get().equals(where));
    }

    @Override
    public int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return site.isEmpty() ? role.word() : role.word() + " at " + site.get();
    }
}
