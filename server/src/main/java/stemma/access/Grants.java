package stemma.access;

import stemma.identifiers.SiteCode;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a caller may do where: the person's assignments, cut down to a token's scope where a program
 * asks.
 */
public record Grants(List<Assignment> assignments, Optional<Set<Permission>> scope) {
    public Grants {
        assignments = List.copyOf(assignments);
        scope = scope.map(Set::copyOf);
    }

    public static Grants of(List<Assignment> assignments) {
        return new Grants(assignments, Optional.empty());
    }

    /** Tells whether it is allowed at some site. */
    public boolean may(Permission permission) {
        return inScope(permission)
                && assignments.stream().anyMatch(a -> a.role().permissions().contains(permission));
    }

    /** Tells whether it is allowed at this site. */
    public boolean may(Permission permission, SiteCode site) {
        return inScope(permission)
                && assignments.stream().anyMatch(a -> a.allows(permission, site));
    }

    /** Tells whether it is allowed at every site, those of tomorrow too. */
    public boolean mayEverywhere(Permission permission) {
        return inScope(permission)
                && assignments.stream()
                        .anyMatch(a ->
                                a.site().isEmpty() && a.role().permissions().contains(permission));
    }

    /** Returns the sites named for it; meaningful where it is not allowed everywhere. */
    public Set<SiteCode> sites(Permission permission) {
        Set<SiteCode> sites = new TreeSet<>();
        if (!inScope(permission)) return sites;
        for (Assignment assignment : assignments) {
            if (!assignment.role().permissions().contains(permission)) continue;
            assignment.site().ifPresent(sites::add);
        }
        return sites;
    }

    /** Returns everything that is allowed at some site. */
    public Set<Permission> permissions() {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (may(permission)) all.add(permission);
        }
        return all;
    }

    private boolean inScope(Permission permission) {
        return scope.isEmpty() || scope.get().contains(permission);
    }
}
