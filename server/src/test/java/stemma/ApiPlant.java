package stemma;

import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.NewPerson;
import stemma.access.Permission;
import stemma.access.Role;
import stemma.access.Seat;
import stemma.catalog.Conversion;
import stemma.catalog.Country;
import stemma.catalog.Factor;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.Site;
import stemma.catalog.SsccPrefix;
import stemma.catalog.Standing;
import stemma.catalog.Tracking;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;
import stemma.quantity.Unit;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small plant behind the real server: masters, people, and programs that ask it by the wire. */
final class ApiPlant implements AutoCloseable {
    static final String PASSWORD = "four owls on the quay";
    /** Where the plant's days begin and end: a day other than UTC's for hours of each day. */
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    static final Unit KG = Unit.of("kg");
    static final Unit LB = Unit.of("lb");
    private static final Author ADA = new Author(ActorId.of("ada"), "session 0", "test");
    final Database database;
    final World world;
    final WebServer web;
    private final EventId seed;
    private int made;

    private ApiPlant(Database database) {
        this.database = database;
        world = World.open(database, new DatabaseClock(database.app()));
        web = WebServer.start(world, "127.0.0.1", 0, ZoneOffset.UTC);
        seed = world.ids().next();
    }

    /** Without a master and without a person. */
    static ApiPlant bare() {
        return new ApiPlant(TestDatabases.fresh());
    }

    /** With flour, bread, locks and blowers, a miller, a shop and a line. */
    static ApiPlant stocked() {
        return stocked(TestDatabases.fresh());
    }

    /** The same in an empty database that is closed with it. */
    static ApiPlant stocked(Database database) {
        ApiPlant plant = new ApiPlant(database);
        SiteCode site = new SiteCode("MAIN");
        plant.define(new Site(
                site,
                "Main",
                null,
                new Country("US"),
                ZONE,
                null,
                SsccPrefix.of("30614141"),
                Standing.ACTIVE));
        for (String code : List.of("MAIN", "COLD"))
            plant.define(new Location(site, new LocationCode(code), code, Standing.ACTIVE));
        plant.define(item("flour", KG, Tracking.LOT));
        plant.define(item("salt", KG, Tracking.LOT));
        plant.define(item("bread", Unit.EACH, Tracking.LOT));
        plant.define(item("blower", Unit.EACH, Tracking.SERIAL));
        plant.define(Conversion.universal(LB, KG, Factor.of("0.45359237")));
        plant.define(Conversion.of(new ItemCode("flour"), Unit.of("third"), KG, Factor.of("1/3")));
        plant.define(partner("MillCo", PartnerRole.SUPPLIER));
        plant.define(partner("CornerShop", PartnerRole.CUSTOMER));
        plant.define(new Resource(
                new ResourceCode("LINE-1"),
                "Line 1",
                ResourceKind.EQUIPMENT,
                site,
                Standing.ACTIVE));
        return plant;
    }

    private static Item item(String code, Unit unit, Tracking tracking) {
        ItemPolicy policy = ItemPolicy.USUAL
                .withStatusAtReceipt(InitialStatus.RELEASED)
                .withStatusAtProduction(InitialStatus.RELEASED);
        return Item.of(new ItemCode(code), code, unit, tracking).with(policy);
    }

    private static Partner partner(String code, PartnerRole role) {
        return Partner.of(new PartnerCode(code), code, new Country("US"), role);
    }

    void define(Master master) {
        world.catalog().define(master, ADA, "the plant");
    }

    /** Returns a new id for an event, always in the same order. */
    String id() {
        return seed.beside("event " + made++).toString();
    }

    /** Returns a program of a person who has all roles that make records. */
    ApiClient program() {
        return program(
                "ivo", Role.INTEGRATOR, Role.QUALITY, Role.RECEIVING, Role.OPERATOR, Role.SHIPPING);
    }

    /** Returns a program that may do what its owner's roles allow a program. */
    ApiClient program(String name, Role... roles) {
        return program(person(name, roles), roles);
    }

    private ApiClient program(Caller owner, Role... roles) {
        Set<Permission> scope = Stream.of(roles)
                .flatMap(role -> role.permissions().stream())
                .filter(Permission::isForTokens)
                .collect(Collectors.toSet());
        String secret = world.access()
                .tokens()
                .issue(owner, "erp", scope, Duration.ofDays(1))
                .secret();
        return new ApiClient(web.port(), secret);
    }

    /** Returns a program of a person who has these roles at one site only. */
    ApiClient programAt(String site, String name, Role... roles) {
        return program(
                person(
                        name,
                        Stream.of(roles)
                                .map(role -> Assignment.at(new SiteCode(site), role))
                                .toList()),
                roles);
    }

    /** Returns a browser at which a new person has signed in, with a role at one site only. */
    ApiClient personAt(String site, String name, Role role) {
        Caller unused = person(name, List.of(Assignment.at(new SiteCode(site), role)));
        ApiClient browser = stranger();
        browser.signIn(name, PASSWORD);
        return browser;
    }

    /**
     * Returns a browser at which a new visiting auditor has signed in, with a seat at the sites.
     */
    ApiClient visitor(String name, Seat seat, String... sites) {
        List<Assignment> roles = sites.length == 0
                ? List.of(Assignment.everywhere(Role.VISITING_AUDITOR))
                : Stream.of(sites)
                        .map(site -> Assignment.at(new SiteCode(site), Role.VISITING_AUDITOR))
                        .toList();
        Caller unused = person(name, roles);
        Seats.give(this, name, seat);
        ApiClient browser = stranger();
        browser.signIn(name, PASSWORD);
        return browser;
    }

    /** Adds a site with a location of its own. */
    void site(String code, String location) {
        SiteCode site = new SiteCode(code);
        define(new Site(site, code, null, new Country("US"), ZONE, null, null, Standing.ACTIVE));
        define(new Location(site, new LocationCode(location), location, Standing.ACTIVE));
    }

    /** Returns a browser at which nobody has signed in. */
    ApiClient stranger() {
        return new ApiClient(web.port(), "");
    }

    /** Returns a browser at which a new person has signed in, who may sign. */
    ApiClient person(String name, Role role) {
        Caller unused = person(name, new Role[] {role});
        ApiClient browser = stranger();
        browser.signIn(name, PASSWORD);
        return browser;
    }

    /** Returns a new person, for who asks without a door. */
    Caller caller(String name, Role role) {
        return person(name, new Role[] {role});
    }

    private Caller person(String name, Role[] roles) {
        return person(name, Stream.of(roles).map(Assignment::everywhere).toList());
    }

    private Caller person(String name, List<Assignment> assignments) {
        var invitation = world.access()
                .people()
                .add(ADA, new NewPerson(ActorId.of(name), name, name + " Example", assignments));
        return world.access()
                .acceptInvitation(invitation.secret(), PASSWORD, "test")
                .caller();
    }

    /** Returns the receipt of a lot of flour as a client sends it. */
    String receipt(String id, String number, String quantity) {
        return """
                {"event":"received","id":"%s","site":"MAIN","receipt":"R-%s","supplier":"MillCo",
                 "lots":[{"passport":{"item":"flour","number":"%s"},"quantity":"%s",
                          "to":"at:MAIN/MAIN"}]}""".formatted(id, number.strip(), number, quantity);
    }

    /** Returns the use of a lot in a run as a client sends it. */
    String use(String id, String lot, String quantity) {
        return """
                {"event":"consumed","id":"%s","site":"MAIN","run":"WO-1",
                 "inputs":[{"lot":"%s","quantity":"%s","from":"at:MAIN/MAIN"}]}
                """.strip().formatted(id, lot, quantity);
    }

    @Override
    public void close() {
        web.close();
        database.close();
    }
}
