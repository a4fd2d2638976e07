package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gln;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Makes masters of rows: one of each, but of several where a master has lines. */
public final class SheetReading {
    private static final ItemCode ITEM = ItemCode.of("?");
    private static final SiteCode SITE = SiteCode.of("?");
    private static final PartnerCode PARTNER = PartnerCode.of("?");
    private static final Country COUNTRY = Country.of("NL");

    private SheetReading() {}

    /** Returns the master that the rows of one form or body say, or nothing if they have errors. */
    public static @Nullable Master read(MasterKind kind, List<SheetRow> rows) {
        List<Master> masters = new ArrayList<>();
        read(kind, rows, (master, row) -> masters.add(master));
        return masters.isEmpty() ? null : masters.getFirst();
    }

    /** Hands each master on with the row it began in; rows with errors keep them. */
    static void read(MasterKind kind, List<SheetRow> rows, BiConsumer<Master, SheetRow> masters) {
        switch (kind) {
            case RECIPE -> LinedSheet.read(new RecipeSheet(), rows, masters);
            case PURCHASE_ORDER -> LinedSheet.read(new OrderSheet.Purchases(), rows, masters);
            case SALES_ORDER -> LinedSheet.read(new OrderSheet.Sales(), rows, masters);
            case SITE, LOCATION, ITEM, CONVERSION, PARTNER, SHIP_TO, RESOURCE, WORK_ORDER -> {
                for (SheetRow row : rows) {
                    Master master = read(kind, row);
                    if (master != null) masters.accept(master, row);
                }
            }
        }
    }

    private static @Nullable Master read(MasterKind kind, SheetRow row) {
        return switch (kind) {
            case SITE -> site(row);
            case LOCATION -> location(row);
            case ITEM -> item(row);
            case CONVERSION -> conversion(row);
            case PARTNER -> partner(row);
            case SHIP_TO -> shipTo(row);
            case RESOURCE -> resource(row);
            case WORK_ORDER -> workOrder(row);
            case RECIPE, PURCHASE_ORDER, SALES_ORDER ->
                throw new IllegalArgumentException(kind.word() + " is several rows");
        };
    }

    private static @Nullable Site site(SheetRow row) {
        SiteCode code = row.code("code", SiteCode::of, SITE);
        String name = name(row);
        String address = row.optional("address", text -> MasterText.checked("address", text));
        Country country = row.needed("country", Country::of, COUNTRY);
        ZoneId zone = row.needed("zone", SheetReading::zone, ZoneOffset.UTC);
        Gln gln = row.optional("gln", Gln::of);
        SsccPrefix prefix = row.optional("sscc_prefix", SsccPrefix::of);
        Standing standing = standing(row);
        return row.made(() -> new Site(code, name, address, country, zone, gln, prefix, standing));
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
        NumberRule numbering = row.optional("numbering", NumberRule::of);
        Integer expiryAlert = row.optional("expiry_alert_days", SheetReading::term);
        Integer retestAlert = row.optional("retest_alert_days", SheetReading::term);
        PackLevels packs = row.optional("pack_levels", PackLevels::of);
        UnitWeight unitWeight = row.optional("unit_weight", UnitWeight::of);
        ItemPolicy policy = row.made(() -> new ItemPolicy(
                days,
                receipt,
                production,
                sublots,
                catchWeight,
                gtin,
                numbering,
                expiryAlert,
                retestAlert,
                packs,
                unitWeight));
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
        PartnerPolicy policy = agreed(row);
        Standing standing = standing(row);
        return row.made(
                () -> new Partner(code, name, country, roles, reach, gln, policy, standing));
    }

    private static PartnerPolicy agreed(SheetRow row) {
        Integer remaining = row.optional("minimum_remaining_days", SheetReading::term);
        LotsPerLine lots = row.word("lots_per_line", LotsPerLine.class, LotsPerLine.ANY);
        Integer presumed = row.optional("presumed_after_days", SheetReading::term);
        InitialStatus receipt = row.optional(
                "status_at_receipt",
                text -> SheetRow.wordOf("status_at_receipt", InitialStatus.class, text));
        PartnerPolicy policy =
                row.made(() -> new PartnerPolicy(remaining, lots, presumed, receipt));
        return policy == null ? PartnerPolicy.USUAL : policy;
    }

    private static @Nullable WorkOrder workOrder(SheetRow row) {
        OrderCode code = row.code("code", OrderCode::of, OrderCode.of("?"));
        SiteCode site = row.code("site", SiteCode::of, SITE);
        ItemCode item = row.code("item", ItemCode::of, ITEM);
        String revision = row.code(
                "recipe_revision", text -> MasterText.checked("recipeRevision", text), "?");
        Quantity amount = row.needed("amount", Quantity::of, Quantity.each(1));
        ResourceCode resource = row.text("resource").isEmpty()
                ? null
                : row.code("resource", ResourceCode::of, ResourceCode.of("?"));
        LocalDate due = row.optional("due", SheetReading::date);
        Standing standing = standing(row);
        return row.made(
                () -> new WorkOrder(code, site, item, revision, amount, resource, due, standing));
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

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new MalformedMaster(
                    "date_invalid", "due", "\"" + text + "\" is not a day such as 2026-05-31");
        }
    }

    static BigDecimal percent(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            throw new MalformedMaster(
                    "tolerance_invalid",
                    "tolerancePercent",
                    "\"" + text + "\" is not a percentage from 0 to 100");
        }
        return new BigDecimal(text);
    }

    private static Integer term(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new MalformedMaster(
                    "days_invalid", "days", "\"" + text + "\" is not a number of days");
        }
        return Integer.valueOf(text);
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
