package stemma.trail;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.MasterKind;
import stemma.identifiers.SiteCode;

import java.util.Arrays;
import java.util.Set;

/**
 * Which lines one person may see: all, or where the roles are given for sites, those that name one
 * of them, changes of masters that belong to no site, and what the person did.
 */
final class TrailSight {
    private final Caller caller;

    private TrailSight(Caller caller) {
        this.caller = caller;
    }

    static TrailSight of(Caller caller) {
        return new TrailSight(caller);
    }

    boolean sees(TrailLine line) {
        if (caller.grants().mayEverywhere(Permission.SEE_AUDIT)) return true;
        if (line.author().actor().equals(caller.actor())) return true;
        if (line.sites().isEmpty()) return isMaster(line);
        Set<SiteCode> sites = caller.grants().sites(Permission.SEE_AUDIT);
        return line.sites().stream().map(SiteCode::new).anyMatch(sites::contains);
    }

    private static boolean isMaster(TrailLine line) {
        return !line.isEvent()
                && Arrays.stream(MasterKind.values())
                        .anyMatch(kind -> line.subject().startsWith(kind.word() + ":"));
    }
}
