package stemma.inquiry;

import stemma.World;
import stemma.access.Assignment;
import stemma.access.NewPerson;
import stemma.access.Role;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.ExternalLot;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One bad carrot lot in a small soup plant: 1,200 kg C-7741, of which 600 kg became puree P-1, and
 * that two lots of soup, of which some are at customers, some on the road, some scrapped.
 */
public final class SoupWorld implements AutoCloseable {
    public static final String PASSWORD = "four owls on the quay";
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Place CHILL = at("CHILL");
    static final Place DOCK = at("DOCK");
    private static final Author OTTO = new Author(new ActorId("otto"), "s", "line 2");

    public final Database database = TestDatabases.fresh();
    public Instant now = Instant.parse("2026-05-04T06:00:00Z");
    public final World world = World.open(database, () -> now);
    public final Inquiry inquiry = world.inquiry();
    public final Portion carrots;
    public final Portion puree;
    public final Portion soup;
    public final Portion soupTwo;
    /** The moment at which nothing had been shipped. */
    public final Instant beforeShipping;

    public SoupWorld() {
        masters();
        carrots = receive();
        puree = make("WO-55", carrots, "600 kg", Evidence.SCANNED, "PUREE", "P-1", "500 kg");
        soup = make("WO-56", puree, "400 kg", Evidence.SCANNED, "SOUP", "S-1", "1000 ea");
        soupTwo = make("WO-57", puree, "100 kg", Evidence.ASSUMED, "SOUP", "S-2", "180 ea");
        world.sealer().seal();
        pass(Duration.ofHours(1));
        beforeShipping = now;
        pass(Duration.ofHours(1));
        ship("SH-1", "METRO", "M-1", soup, "600 ea");
        deliver("SH-1", "METRO", "M-1");
        ship("SH-2", "CORNER", null, soupTwo, "64 ea");
        append(new Event.Scrapped(
                circumstances(Claim.INTENT, Evidence.SCANNED),
                List.of(new Line(soup, Quantity.of("10 ea"), null, CHILL))));
        append(new Event.Sampled(
                circumstances(Claim.INTENT, Evidence.SCANNED),
                List.of(new Line(soup, Quantity.of("2 ea"), null, CHILL))));
        world.sealer().seal();
    }

    private void masters() {
        SiteCode site = new SiteCode("HLF");
        ItemPolicy released = ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED);
        Country nl = Country.of("NL");
        Country be = Country.of("BE");
        PartnerCode metro = new PartnerCode("METRO");
        var answer = world.catalog()
                .amend(
                        Amendment.of(
                                List.of(
                                        Site.of(site, "Harbour Lane", nl, ZONE),
                                        Location.of(site, new LocationCode("CHILL"), "Chill store"),
                                        Location.of(site, new LocationCode("DOCK"), "Dock 1"),
                                        item("CARROT", "Carrots, diced", "kg").with(released),
                                        item("PUREE", "Carrot puree", "kg"),
                                        item("SOUP", "Carrot soup 400 g", "ea"),
                                        Partner.of(
                                                new PartnerCode("GROWCO"),
                                                "GrowCo Farms",
                                                Country.of("FR"),
                                                PartnerRole.SUPPLIER),
                                        Partner.of(metro, "Metro Foods", nl, PartnerRole.CUSTOMER),
                                        Partner.of(
                                                new PartnerCode("CORNER"),
                                                "Corner Shop",
                                                be,
                                                PartnerRole.CUSTOMER),
                                        ShipTo.of(
                                                metro,
                                                new ShipToCode("M-1"),
                                                "Metro Zwolle",
                                                "Kade 1, Zwolle",
                                                nl)),
                                "set-up"),
                        OTTO);
        if (!(answer instanceof AmendmentAnswer.Amended))
            throw new AssertionError("refused: " + answer);
    }

    private static Item item(String code, String name, String unit) {
        return Item.of(new ItemCode(code), name, new Unit(unit), Tracking.LOT);
    }

    private Portion receive() {
        Passport passport = Passport.of(new ItemCode("CARROT"), new LotNumber("C-7741"))
                .soldBy(new PartnerCode("GROWCO"))
                .alsoKnownAs(List.of(new ExternalLot(new PartnerCode("GROWCO"), "G/2026-118")))
                .expiring(new PassportDate("2026-06-30"));
        Event.Received received = new Event.Received(
                circumstances(Claim.INTENT, Evidence.SCANNED),
                new DocumentCode("R-118"),
                new OrderCode("PO-9"),
                new PartnerCode("GROWCO"),
                List.of(Birth.of(0, passport, Quantity.of("1200 kg"), DOCK)));
        append(received);
        return Portion.of(new LotId(received.id(), 0));
    }

    private Portion make(
            String order,
            Portion from,
            String taken,
            Evidence evidence,
            String item,
            String number,
            String made) {
        pass(Duration.ofMinutes(30));
        Run run = new Run(
                new RunId(order),
                new OrderCode(order),
                new ResourceCode("LINE-2"),
                RunKind.PRODUCTION,
                RunBasis.CLEANING,
                null);
        Place place = from.equals(carrots) ? DOCK : CHILL;
        Event.Produced produced = new Event.Produced(
                circumstances(Claim.INTENT, Evidence.SCANNED),
                run,
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode(item), new LotNumber(number)),
                        Quantity.of(made),
                        CHILL)));
        append(
                new Event.Consumed(
                        circumstances(Claim.INTENT, evidence),
                        run,
                        List.of(new Input(from, Quantity.of(taken), null, place, List.of())),
                        List.of()),
                produced);
        return Portion.of(new LotId(produced.id(), 0));
    }

    private void ship(String code, String to, String shipTo, Portion lot, String quantity) {
        append(new Event.Shipped(
                circumstances(Claim.INTENT, Evidence.SCANNED),
                new ShipmentCode(code),
                null,
                new PartnerCode(to),
                shipTo == null ? null : new ShipToCode(shipTo),
                List.of(new Line(lot, Quantity.of(quantity), null, CHILL)),
                List.of()));
    }

    private void deliver(String code, String to, String shipTo) {
        pass(Duration.ofHours(2));
        append(new Event.Delivered(
                circumstances(Claim.REPORT, Evidence.IMPORTED),
                new ShipmentCode(code),
                new PartnerCode(to),
                new ShipToCode(shipTo),
                DeliveryBasis.PROVEN,
                List.of()));
    }

    /** Makes 10 more of soup of the carrots and ships 4 of them. */
    void moreSoup(int more) {
        String number = "S-9" + more;
        Portion made =
                make("WO-9" + more, carrots, "1 kg", Evidence.SCANNED, "SOUP", number, "10 ea");
        ship("SH-9" + more, "METRO", "M-1", made, "4 ea");
    }

    public void hold(String code, String number) {
        append(new Event.Held(
                circumstances(Claim.INTENT, Evidence.KEYED).because(Reason.of("foreign_body")),
                new HoldCode(code),
                new Reach.Family(new ItemCode("CARROT"), new LotNumber(number)),
                Descent.WITH_DESCENDANTS));
    }

    /** Adds a person with a password who may do this at every site. */
    public void person(String name, Role... roles) {
        List<Assignment> assignments = new ArrayList<>();
        for (Role role : roles) assignments.add(Assignment.everywhere(role));
        ActorId actor = new ActorId(name);
        String printed = Character.toUpperCase(name.charAt(0)) + name.substring(1) + " Example";
        var invitation =
                world.access().people().add(OTTO, new NewPerson(actor, name, printed, assignments));
        var ignored = world.access().acceptInvitation(invitation.secret(), PASSWORD, "test");
    }

    Subject family(String number) {
        return inquiry.family(Optional.empty(), new LotNumber(number));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void append(Event... events) {
        Answer answer = world.ledger().append(Submission.of(OTTO, events));
        if (!(answer instanceof Answer.Appended)) throw new AssertionError("refused: " + answer);
    }

    private Circumstances circumstances(Claim claim, Evidence evidence) {
        return Circumstances.of(
                world.ids().next(),
                claim,
                Occurrence.at(now, TimeSource.DEVICE, ZONE),
                new SiteCode("HLF"),
                evidence);
    }

    private static Place at(String location) {
        return new Place.At(new SiteCode("HLF"), new LocationCode(location));
    }

    @Override
    public void close() {
        database.close();
    }
}
