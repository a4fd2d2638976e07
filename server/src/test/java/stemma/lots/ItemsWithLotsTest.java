package stemma.lots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Country;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.MasterRefusal;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

class ItemsWithLotsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T06:00:00Z");
    private static final Author ROSA = new Author(ActorId.of("rosa"), "session", "device");
    private static final SiteCode SITE = SiteCode.of("HLF");
    private static final LocationCode DRY = LocationCode.of("DRY");
    private static final ItemCode FLOUR = ItemCode.of("FLOUR");
    private static final ItemCode SALT = ItemCode.of("SALT");

    @Test
    void an_item_with_lots_keeps_its_tracking_and_one_without_may_change() {
        try (Database database = TestDatabases.fresh()) {
            World world = World.open(database, () -> NOW);
            Unit kg = Unit.of("kg");
            world.catalog()
                    .amend(
                            Amendment.of(
                                    List.of(
                                            Site.of(
                                                    SITE,
                                                    "Site",
                                                    Country.of("NL"),
                                                    ZoneId.of("UTC")),
                                            Location.of(SITE, DRY, "Dry store"),
                                            Item.of(FLOUR, "Flour", kg, Tracking.LOT),
                                            Item.of(SALT, "Salt", kg, Tracking.LOT),
                                            Partner.of(
                                                    PartnerCode.of("MillCo"),
                                                    "Mill",
                                                    Country.of("FR"),
                                                    PartnerRole.SUPPLIER)),
                                    "set-up"),
                            ROSA);
            assertThat(world.ledger().append(Submission.of(ROSA, received(world))))
                    .isInstanceOf(Answer.Appended.class);

            ItemsWithLots used = new ItemsWithLots(JdbcClient.create(database.app()));
            ItemCode wide = ItemCode.of("ｆｌｏｕｒ");
            assertThat(used.amongst(Set.of(Item.key(wide), Item.key(SALT))))
                    .containsExactly(Item.key(FLOUR));
            assertThat(redefined(world, Item.of(FLOUR, "Flour", kg, Tracking.POOL)))
                    .containsExactly("tracking_has_history");
            assertThat(redefined(world, Item.of(SALT, "Salt", kg, Tracking.POOL)))
                    .isEmpty();
        }
    }

    private static List<String> redefined(World world, Item item) {
        return switch (world.catalog().define(item, ROSA, "counted otherwise")) {
            case AmendmentAnswer.Amended _ -> List.of();
            case AmendmentAnswer.Refused refused ->
                refused.refusals().stream().map(MasterRefusal::code).toList();
        };
    }

    private static Event received(World world) {
        return new Event.Received(
                Circumstances.of(
                        world.ids().next(),
                        Claim.INTENT,
                        Occurrence.at(NOW, TimeSource.DEVICE, ZoneId.of("UTC")),
                        SITE,
                        Evidence.SCANNED),
                new DocumentCode("R-1"),
                null,
                new PartnerCode("MillCo"),
                List.of(Birth.of(
                        0,
                        Passport.of(ItemCode.of("flour"), new LotNumber("F-101")),
                        Quantity.of("500 kg"),
                        new Place.At(SITE, DRY))));
    }
}
