package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.NumberRule;
import stemma.catalog.SublotPolicy;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that the plant buys: the letters its lot numbers begin with, who sells it, where it is
 * stored, the kilograms of one pallet, for how many working days one receipt lasts (none: it comes
 * when somebody asks for it), after how many days it expires ({@code null}: never) or is past its
 * best, and its country of origin.
 */
record Ingredient(
        ItemCode item,
        String name,
        String letters,
        PartnerCode supplier,
        LocationCode store,
        int palletKg,
        int lastsDays,
        @Nullable Integer expiryDays,
        int bestDays,
        String origin) {

    private static final String TABLE = """
            WATER   | Water, mains           | W  | CITYWATER  | DRY   |    0 |  0 |     |    0 | US
            SALT    | Salt, fine             | SA | SALTWORKS  | DRY   | 1000 | 24 |     | 1400 | US
            FLOUR   | Wheat flour, bulk      | FL | MILLCO     | DRY   |    0 | 12 |     |  240 | US
            CREAM   | Cream 35 %, bulk       | CR | GREENDAIRY | COLD  |    0 |  2 |  30 |   30 | US
            MILK    | Milk, whole            | MI | GREENDAIRY | COLD  |  500 |  4 |  30 |   30 | US
            BUTTER  | Butter, unsalted       | BU | GREENDAIRY | COLD  |  400 | 10 | 160 |  160 | US

            CARROT  | Carrots, whole, washed | C  | FENLAND    | COLD  |  400 |  3 |     |   35 | US
            ONION   | Onions, peeled         | ON | FENLAND    | COLD  |  500 |  3 |     |   30 | US
            CELERY  | Celery, trimmed        | CE | FENLAND    | COLD  |  300 |  4 |     |   28 | US
            LEEK    | Leeks, trimmed         | LE | FENLAND    | COLD  |  300 |  4 |     |   28 | US
            POTATO  | Potatoes, diced        | PO | FENLAND    | COLD  |  500 |  3 |     |   30 | US
            MUSHRM  | Mushrooms, sliced      | MU | WOODCAP    | COLD  |  240 |  4 |     |   28 | CA
            PUMPKN  | Pumpkin, diced         | PU | FENLAND    | COLD  |  400 |  4 |     |   30 | US
            BROCC   | Broccoli, frozen       | BR | NORTHFROST | FROST |  500 |  8 |     |  540 | MX
            PEAS    | Green peas, frozen     | PE | NORTHFROST | FROST |  500 |  7 |     |  540 | US
            CORN    | Sweet corn, frozen     | CO | NORTHFROST | FROST |  500 |  8 |     |  540 | US
            SPIN    | Spinach, frozen        | SP | NORTHFROST | FROST |  400 |  9 |     |  540 | MX

            TOMATO  | Tomatoes, crushed      | TO | POMONA     | DRY   |  900 |  6 |     |  700 | IT
            TPASTE  | Tomato paste           | TP | POMONA     | DRY   |  500 | 14 |     |  700 | IT
            WBEAN   | White beans, cooked    | WB | PULSETRADE | DRY   |  600 |  9 |     |  700 | US
            CHICKP  | Chickpeas, cooked      | CH | PULSETRADE | DRY   |  600 |  9 |     |  700 | CA
            LENTIL  | Red lentils            | LT | PULSETRADE | DRY   |  750 | 12 |     |  700 | CA
            RICE    | Long-grain rice        | RI | PADDY      | DRY   | 1000 |  5 |     |  700 | US
            BASMATI | Basmati rice           | BA | PADDY      | DRY   | 1000 |  8 |     |  700 | IN
            PASTA   | Pasta, small shells    | PA | MILLCO     | DRY   |  500 |  8 |     |  700 | US
            COCO    | Coconut milk           | CM | TROPICA    | DRY   |  600 |  8 |     |  500 | TH
            SOY     | Soy sauce              | SO | TROPICA    | DRY   |  400 | 14 |     |  500 | JP
            OIL     | Sunflower oil          | OI | TROPICA    | DRY   |  800 | 10 |     |  500 | UA

            CHICKEN | Chicken cooked, frozen | CK | HILLFARM   | FROST |  500 |  4 | 200 |  200 | US
            BEEF    | Beef, cooked, frozen   | BE | HILLFARM   | FROST |  500 |  6 | 200 |  200 | US
            HADDOCK | Haddock, frozen        | HA | GULFISH    | FROST |  400 |  8 | 200 |  200 | IS

            GARLIC  | Garlic puree           | GA | SPICELANE  | SPICE |  200 | 14 |     |  300 | ES
            GINGER  | Ginger puree           | GI | SPICELANE  | SPICE |  120 | 16 |     |  300 | IN
            VSTOCK  | Vegetable stock powder | VS | SPICELANE  | SPICE |  300 | 12 |     |  500 | US
            CSTOCK  | Chicken stock powder   | CS | SPICELANE  | SPICE |  300 | 14 |     |  500 | US
            PEPPER  | Black pepper, ground   | BP | SPICELANE  | SPICE |   50 | 24 |     |  900 | VN
            CURRY   | Curry powder           | CU | SPICELANE  | SPICE |  100 | 20 |     |  700 | IN
            CUMIN   | Cumin, ground          | CI | SPICELANE  | SPICE |   50 | 24 |     |  700 | IN
            CITRIC  | Citric acid            | AC | SPICELANE  | SPICE |   25 |  0 |     | 1095 | US
            """;

    static final ItemCode WATER = new ItemCode("WATER");
    static final ItemCode FLOUR = new ItemCode("FLOUR");
    static final ItemCode CREAM = new ItemCode("CREAM");
    static final ItemCode CARROT = new ItemCode("CARROT");
    static final ItemCode CITRIC = new ItemCode("CITRIC");

    private static final List<Ingredient> ALL =
            Sheet.rows(TABLE).stream().map(Ingredient::read).toList();
    private static final Map<ItemCode, Ingredient> BY_ITEM =
            ALL.stream().collect(Collectors.toMap(Ingredient::item, i -> i));

    static List<Ingredient> all() {
        return ALL;
    }

    /** Returns the ingredient with that code; asking for another is a fault of the tables. */
    static Ingredient of(ItemCode code) {
        Ingredient found = BY_ITEM.get(code);
        if (found == null) throw new IllegalArgumentException("no ingredient " + code);
        return found;
    }

    static boolean is(ItemCode code) {
        return BY_ITEM.containsKey(code);
    }

    /** Says whether it comes by tanker into a vessel rather than on pallets. */
    boolean isBulk() {
        return Arrays.asList(FLOUR, CREAM).contains(item);
    }

    /** Says whether it is not ordered by what the lines will take. */
    boolean isSeldom() {
        return item.equals(CITRIC);
    }

    boolean isPool() {
        return item.equals(WATER);
    }

    /**
     * Returns it as the catalog defines it; carrots are told apart by pallet. The story has numbers
     * of its own; what comes after it is numbered by the day.
     */
    Item master() {
        ItemPolicy policy = ItemPolicy.USUAL;
        if (expiryDays != null) policy = policy.withShelfLifeDays(expiryDays);
        if (item.equals(CARROT)) policy = policy.withSublots(SublotPolicy.PER_PALLET);
        policy = policy.withGtin(TradeNumbers.bought(ALL.indexOf(this)))
                .withNumbering(new NumberRule(letters + "-{yymmdd}-{n}"));
        if (isPool()) policy = policy.withStatusAtReceipt(InitialStatus.RELEASED);
        Tracking tracking = isPool() ? Tracking.POOL : Tracking.LOT;
        return Item.of(item, name, Measures.KG, tracking).with(policy);
    }

    private static Ingredient read(List<String> cells) {
        String expiry = cells.get(7);
        return new Ingredient(
                new ItemCode(cells.get(0)),
                cells.get(1),
                cells.get(2),
                new PartnerCode(cells.get(3)),
                new LocationCode(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                Integer.parseInt(cells.get(6)),
                expiry.isEmpty() ? null : Integer.valueOf(expiry),
                Integer.parseInt(cells.get(8)),
                cells.get(9));
    }
}
