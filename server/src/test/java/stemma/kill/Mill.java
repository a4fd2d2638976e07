package stemma.kill;

import stemma.World;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.NewPerson;
import stemma.access.Permission;
import stemma.access.Role;
import stemma.catalog.Amendment;
import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.database.DatabaseChoice;
import stemma.database.RunningDatabase;
import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;
import stemma.quantity.Unit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A mill with its masters and a token to append with. */
public final class Mill {
    private static final SiteCode SITE = new SiteCode("MAIN");
    private static final ActorId OTTO = new ActorId("otto");
    private static final Author FOUNDER = new Author(OTTO, "siege", "test");

    private Mill() {}

    /** Founds it in the data directory of a server. */
    static String found(Path data) {
        try (RunningDatabase running = RunningDatabase.open(new DatabaseChoice.Embedded(data))) {
            return found(World.open(
                    running.database(), new DatabaseClock(running.database().app())));
        }
    }

    /** Founds it in a world; returns the token. */
    public static String found(World world) {
        world.catalog().amend(masters(), FOUNDER);
        return token(world);
    }

    private static Amendment masters() {
        Country country = new Country("IE");
        ItemPolicy released = ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED);
        ItemCode flour = new ItemCode("flour");
        return Amendment.of(
                List.of(
                        Site.of(SITE, "Main", country, ZoneId.of("UTC")),
                        Location.of(SITE, new LocationCode("MAIN"), "Main"),
                        Item.of(flour, "Flour", new Unit("kg"), Tracking.LOT).with(released),
                        Partner.of(new PartnerCode("Mill"), "Mill", country, PartnerRole.SUPPLIER)),
                "The mill opens.");
    }

    private static String token(World world) {
        List<Assignment> roles = List.of(Assignment.everywhere(Role.INTEGRATOR));
        NewPerson otto = new NewPerson(OTTO, "otto", "Otto Example", roles);
        String invitation = world.access().people().add(FOUNDER, otto).secret();
        Caller caller = world.access()
                .acceptInvitation(invitation, "four owls on the quay", "test")
                .caller();
        Set<Permission> scope =
                Set.of(Permission.APPEND_EVENTS, Permission.RECEIVE, Permission.PRODUCE);
        return world.access()
                .tokens()
                .issue(caller, "siege", scope, Duration.ofDays(1))
                .secret();
    }
}
