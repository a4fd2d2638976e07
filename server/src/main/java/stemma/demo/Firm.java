package stemma.demo;

import stemma.catalog.Country;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Harbour Lane Foods as the catalog knows it: its site, places, equipment, suppliers and customers.
 */
final class Firm {
    static final SiteCode SITE = new SiteCode("HLF");
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Place GOODS_IN = at("GOODS-IN");
    static final Place PREP = at("PREP");
    static final Place SPICE = at("SPICE");
    static final Place FINISHED = at("FINISHED");
    static final Place DISPATCH = at("DISPATCH");
    static final Place CAGE = at("CAGE");
    static final Place SAMPLES = at("SAMPLES");
    static final ResourceCode SILO = new ResourceCode("SILO-1");
    static final ResourceCode TANK = new ResourceCode("TANK-C1");
    static final ResourceCode SPICE_ROOM = new ResourceCode("ROOM-SPICE");
    static final ResourceCode PREP_LINE = new ResourceCode("PREP-LINE");

    private static final Country HOME = new Country("US");

    private static final String LOCATIONS = """
            GOODS-IN | Goods in
            COLD     | Cold store
            FROST    | Freezer store
            DRY      | Dry store
            SPICE    | Spice room
            PREP     | Vegetable preparation
            LINE-1   | Line 1, frozen rice meals
            LINE-2   | Line 2, soups
            TOTES    | Rework totes
            FINISHED | Finished goods store
            DISPATCH | Dispatch dock
            CAGE     | Quarantine cage
            SAMPLES  | Retained samples
            """;

    private static final String RESOURCES = """
            LINE-1     | Line 1, frozen rice meals    | EQUIPMENT
            LINE-2     | Line 2, soups                | EQUIPMENT
            PREP-LINE  | Vegetable preparation line   | EQUIPMENT
            ROOM-SPICE | Spice room                   | ROOM
            TANK-C1    | Cream tank                   | VESSEL
            SILO-1     | Flour silo                   | VESSEL
            KETTLE-1   | Cooking kettle 1             | EQUIPMENT
            KETTLE-2   | Cooking kettle 2             | EQUIPMENT
            METAL-1    | Metal detector, line 1       | EQUIPMENT
            METAL-2    | Metal detector, line 2       | EQUIPMENT
            """;

    private static final String SUPPLIERS = """
            CITYWATER  | City Water Works          | US
            SALTWORKS  | Cape Saltworks            | US
            MILLCO     | MillCo                    | US
            GREENDAIRY | Green Valley Dairy        | US
            FENLAND    | Fenland Growers           | US
            WOODCAP    | Woodcap Mushrooms         | CA
            NORTHFROST | Northfrost Vegetables     | US
            POMONA     | Pomona Conserve           | IT
            PULSETRADE | Pulse Trade               | CA
            PADDY      | Paddy and Grain           | US
            TROPICA    | Tropica Imports           | US
            HILLFARM   | Hillfarm Meats            | US
            GULFISH    | Gulf of Maine Fish        | US
            SPICELANE  | Spice Lane                | US
            PACKWELL   | Packwell Packaging        | US
            """;

    private static final String CUSTOMERS = """
            NORTHFOLD | Northfold Markets   | DC-1 DC-2 S-04 S-07 S-11 S-15 S-18 \
                S-21 S-22 S-26 S-30 S-33
            BAYLINE   | Bayline Grocers     | DC B-02 B-03 B-05 B-06 B-08 B-09 B-12 B-14
            SUMMIT    | Summit School Meals | K-01 K-02 K-03 K-04 K-05 K-06 K-07
            CORNER    | Corner Pantry       | P-1 P-2 P-3 P-4 P-5 P-6
            HARVEST   | Harvest Hospitals   | H-1 H-2 H-3 H-4
            ISLE      | Isle Ferry Catering | PIER NORTH SOUTH
            """;

    private Firm() {}

    /** A customer's delivery address. */
    record Address(PartnerCode customer, ShipToCode shipTo) {}

    static Place at(String location) {
        return new Place.At(SITE, new LocationCode(location));
    }

    static ResourceCode line(int number) {
        return new ResourceCode("LINE-" + number);
    }

    /** Returns the delivery addresses in the order of the table. */
    static List<Address> addresses() {
        List<Address> all = new ArrayList<>();
        for (List<String> cells : Sheet.rows(CUSTOMERS)) {
            for (String shipTo : cells.get(2).split(" +", -1)) {
                all.add(new Address(new PartnerCode(cells.get(0)), new ShipToCode(shipTo)));
            }
        }
        return all;
    }

    /** Returns all masters, each after those that it rests on. */
    static List<Master> masters() {
        List<Master> all = new ArrayList<>();
        all.add(Site.of(SITE, "Harbour Lane Foods, main plant", HOME, ZONE)
                .at("12 Harbour Lane, Portland, Maine"));
        for (List<String> row : Sheet.rows(LOCATIONS)) {
            all.add(Location.of(SITE, new LocationCode(row.get(0)), row.get(1)));
        }
        Ingredient.all().forEach(i -> all.add(i.master()));
        Packaging.all().forEach(p -> all.add(p.master()));
        Prepared.all().forEach(p -> all.add(p.master()));
        all.add(Prepared.rework());
        Finished.all().forEach(f -> all.add(f.master()));
        Finished.all().forEach(f -> all.add(f.caseWeight()));
        partners(all);
        for (List<String> row : Sheet.rows(RESOURCES)) {
            ResourceKind kind = ResourceKind.valueOf(row.get(2));
            all.add(Resource.of(new ResourceCode(row.get(0)), row.get(1), kind, SITE));
        }
        Labels.rolls()
                .forEach(roll -> all.add(
                        Resource.of(roll, "Label roll " + roll.code(), ResourceKind.ROLL, SITE)));
        Prepared.all().forEach(p -> all.add(p.recipe()));
        Finished.all().forEach(f -> all.add(f.recipe()));
        return all;
    }

    private static void partners(List<Master> all) {
        for (List<String> row : Sheet.rows(SUPPLIERS)) {
            all.add(Partner.of(
                    new PartnerCode(row.get(0)),
                    row.get(1),
                    new Country(row.get(2)),
                    PartnerRole.SUPPLIER));
        }
        for (List<String> row : Sheet.rows(CUSTOMERS)) {
            PartnerCode code = new PartnerCode(row.get(0));
            all.add(Partner.of(code, row.get(1), HOME, PartnerRole.CUSTOMER));
            int number = 1;
            for (String shipTo : row.get(2).split(" +", -1)) {
                String name = row.get(1) + " " + shipTo;
                String address = number++ + " Quay Street, Portland, Maine";
                all.add(ShipTo.of(code, new ShipToCode(shipTo), name, address, HOME));
            }
        }
    }
}
