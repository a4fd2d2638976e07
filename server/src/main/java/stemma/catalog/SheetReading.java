package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gln;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Unit;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes one master of one row or form; a recipe alone needs several rows and is read elsewhere. */
public final class SheetReading {
    private static final ItemCode ITEM = ItemCode.of("?");
    private static final SiteCode SITE = SiteCode.of("?");
    private static final PartnerCode PARTNER = PartnerCode.of("?");
    private static final Country COUNTRY = Country.of("NL");

    private SheetReading() {}

    /** Returns the master that the rows of one form or body say, or nothing if they have errors. */
    public static @Nullable Master read(MasterKind kind, List<SheetRow> rows) {
        if (kind != MasterKind.RECIPE) return read(kind, rows.getFirst());
        List<Recipe> recipes = new ArrayList<>();
        RecipeSheet.read(rows, (recipe, row) -> recipes.add(recipe));
        return recipes.isEmpty() ? null : recipes.getFirst();
    }

    /** Returns the master, or nothing where the row has errors. */
    public static @Nullable Master read(MasterKind kind, SheetRow row) {
        return switch (kind) {
            case SITE -> site(row);
            case LOCATION -> location(row);
            case ITEM -> item(row);
            case CONVERSION -> conversion(row);
            case PARTNER -> partner(row);
            case SHIP_TO -> shipTo(row);
            case RESOURCE -> resource(row);
            case RECIPE -> throw new IllegalArgumentException("a recipe is several rows");
        };
    }

    private static @Nullable Site site(SheetRow row) {
        SiteCode code = row.code("code", SiteCode::of, SITE);
        String name = name(row);
        Country country = row.needed("country", Country::of, COUNTRY);
        ZoneId zone = row.needed("zone", SheetReading::zone, ZoneOffset.UTC);
        Gln gln = row.optional("gln", Gln::of);
        Standing standing = standing(row);
        return row.made(() -> new Site(code, name, country, zone, gln, standing));
    }

    private static @Nullable Location location(SheetRow row) {
        SiteCode site = row.code("site", SiteCode::of, SITE);
        LocationCode code = row.code("code", LocationCode::of, LocationCode.of("?"));
        String name = name(row);
        Standing standing = standing(row);
        return row.made(() -> new Location(site, code, name, standing));
    }

    private static @Nullable Item item(SheetRow row) {
        ItemCode code = row.code("code", ItemCode::of, ITEM);
        String name = name(row);
        Unit unit = row.needed("base_unit", Unit::of, Unit.EACH);
        Tracking tracking = row.needed(
                "tracking",
                text -> SheetRow.wordOf("tracking", Tracking.class, text),
                Tracking.LOT);
        ItemPolicy policy = policy(row);
        Standing standing = standing(row);
        return row.made(() -> new Item(code, name, unit, tracking, policy, standing));
    }

    private static ItemPolicy policy(SheetRow row) {
        ItemPolicy usual = ItemPolicy.USUAL;
        Integer days = row.optional("shelf_life_days", SheetReading::days);
        InitialStatus receipt =
                row.word("status_at_receipt", InitialStatus.class, usual.statusAtReceipt());
        InitialStatus production =
                row.word("status_at_production", InitialStatus.class, usual.statusAtProduction());
        SublotPolicy sublots = row.word("sublots", SublotPolicy.class, usual.sublots());
        Unit catchWeight = row.optional("catch_weight_unit", Unit::of);
        Gtin gtin = row.text("gtin").isEmpty() ? null : gtin(row);
        ItemPolicy policy = row.made(
                () -> new ItemPolicy(days, receipt, production, sublots, catchWeight, gtin));
        return policy == null ? usual : policy;
    }

    private static Gtin gtin(SheetRow row) {
        return row.code("gtin", Gtin::of, Gtin.of("00000000000000"));
    }

    private static @Nullable Conversion conversion(SheetRow row) {
        ItemCode item = row.text("item").isEmpty() ? null : row.code("item", ItemCode::of, ITEM);
        Unit from = row.needed("from_unit", Unit::of, Unit.EACH);
        Unit to = row.needed("to_unit", Unit::of, Unit.EACH);
        Factor factor = row.needed("factor", Factor::of, Factor.ONE);
        Standing standing = standing(row);
        return row.made(() -> new Conversion(item, from, to, factor, 0, standing));
    }

    private static @Nullable Partner partner(SheetRow row) {
        PartnerCode code = row.code("code", PartnerCode::of, PARTNER);
        String name = name(row);
        Country country = row.needed("country", Country::of, COUNTRY);
        Set<PartnerRole> roles =
                row.needed("roles", SheetReading::roles, EnumSet.of(PartnerRole.SUPPLIER));
        PartnerReach reach = row.word("reach", PartnerReach.class, PartnerReach.BOUNDARY);
        Gln gln = row.optional("gln", Gln::of);
        Standing standing = standing(row);
        return row.made(() -> new Partner(code, name, country, roles, reach, gln, standing));
    }

    private static @Nullable ShipTo shipTo(SheetRow row) {
        PartnerCode partner = row.code("partner", PartnerCode::of, PARTNER);
        ShipToCode code = row.code("code", ShipToCode::of, ShipToCode.of("?"));
        String name = name(row);
        String address = row.needed("address", text -> MasterText.checked("address", text), "?");
        Country country = row.needed("country", Country::of, COUNTRY);
        Gln gln = row.optional("gln", Gln::of);
        Standing standing = standing(row);
        return row.made(() -> new ShipTo(partner, code, name, address, country, gln, standing));
    }

    private static @Nullable Resource resource(SheetRow row) {
        ResourceCode code = row.code("code", ResourceCode::of, ResourceCode.of("?"));
        String name = name(row);
        ResourceKind kind = row.needed(
                "kind",
                text -> SheetRow.wordOf("kind", ResourceKind.class, text),
                ResourceKind.TOOL);
        SiteCode site = row.code("site", SiteCode::of, SITE);
        Standing standing = standing(row);
        return row.made(() -> new Resource(code, name, kind, site, standing));
    }

    private static String name(SheetRow row) {
        return row.needed("name", MasterText::name, "?");
    }

    static Standing standing(SheetRow row) {
        return row.word("standing", Standing.class, Standing.ACTIVE);
    }

    private static Integer days(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new MalformedMaster(
                    "shelf_life_invalid",
                    "shelfLifeDays",
                    "\"" + text + "\" is not a number of days");
        }
        return Integer.valueOf(text);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new MalformedMaster(
                    "zone_unknown",
                    "zone",
                    "\"" + text + "\" is not a time zone such as Europe/Amsterdam");
        }
    }

    private static Set<PartnerRole> roles(String text) {
        Set<PartnerRole> roles = EnumSet.noneOf(PartnerRole.class);
        Arrays.stream(text.split("[\\s|,;]+", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> roles.add(SheetRow.wordOf("roles", PartnerRole.class, word)));
        return roles;
    }
}
