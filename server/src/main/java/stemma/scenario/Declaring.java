package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Conversion;
import stemma.catalog.Country;
import stemma.catalog.Factor;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.LotsPerLine;
import stemma.catalog.MalformedMaster;
import stemma.catalog.Master;
import stemma.catalog.NumberRule;
import stemma.catalog.PackLevels;
import stemma.catalog.Partner;
import stemma.catalog.PartnerPolicy;
import stemma.catalog.PartnerReach;
import stemma.catalog.PartnerRole;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.Site;
import stemma.catalog.SublotPolicy;
import stemma.catalog.Tracking;
import stemma.catalog.UnitWeight;
import stemma.genealogy.Spreading;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The masters and the clock of the scene, where a scenario does not leave them to what is usual.
 */
final class Declaring {
    static final String VERBS =
            "site, location, item, partner, resource, conversion, recipe, order, clock,"
                    + " holds spread";

    private Declaring() {}

    /** Returns a sentence that sets the scene, or nothing where another kind of sentence begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("site")) return declaring(site(words));
        if (words.take("location")) return location(words);
        if (words.take("item")) return declaring(item(words));
        if (words.take("partner")) return declaring(partner(words));
        if (words.take("resource")) return resource(words);
        if (words.take("conversion")) return conversion(words);
        if (words.take("recipe")) return recipe(words);
        if (!words.isLastBut("order") && words.take("order")) return Ordering.read(words);
        if (words.take("clock")) return clock(words);
        if (words.take("holds", "spread", "later")) return spreading(Spreading.Pace.LATER);
        if (words.take("holds", "spread", "now")) return spreading(Spreading.Pace.AT_ONCE);
        return null;
    }

    /**
     * A master that is read only when the sentence is told, so that a bad one is refused by code.
     */
    @FunctionalInterface
    private interface Declared {
        Master in(Scene scene);
    }

    private static Sentence declaring(Declared declared) {
        return scene -> {
            try {
                return scene.cast().declare(declared.in(scene));
            } catch (MalformedMaster malformed) {
                return List.of("refused " + malformed.code());
            }
        };
    }

    private static Declared site(Words words) {
        String code = words.next("a site");
        ZoneId zone = words.take("zone") ? zone(words) : ZoneOffset.UTC;
        return scene -> Site.of(new SiteCode(code), code, new Country("NL"), zone);
    }

    private static ZoneId zone(Words words) {
        String text = words.next("a time zone");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException notAZone) {
            throw words.wrong("\"" + text + "\" is not a time zone such as Europe/Amsterdam,");
        }
    }

    private static Sentence location(Words words) {
        String[] parts = words.next("a location").split("/", 2);
        return declaring(scene -> {
            SiteCode site = scene.cast().site(parts.length == 2 ? parts[0] : Cast.MAIN.code());
            String code = parts[parts.length - 1];
            return Location.of(site, new LocationCode(code), code);
        });
    }

    private static Declared item(Words words) {
        String code = words.next("an item");
        String unit = words.next("its base unit");
        Tracking tracking = Tracking.LOT;
        List<Change> changes = new ArrayList<>();
        while (!words.atEnd()) {
            if (words.take("lot")) tracking = Tracking.LOT;
            else if (words.take("serial")) tracking = Tracking.SERIAL;
            else if (words.take("pool")) tracking = Tracking.POOL;
            else changes.add(change(words));
        }
        Tracking tracked = tracking;
        return scene -> {
            ItemPolicy policy = ItemPolicy.USUAL;
            for (Change change : changes) policy = change.of(policy);
            return Item.of(new ItemCode(code), code, new Unit(unit), tracked).with(policy);
        };
    }

    /** One thing that the plant decided about an item. */
    @FunctionalInterface
    private interface Change {
        ItemPolicy of(ItemPolicy policy);
    }

    private static Change change(Words words) {
        if (words.take("shelf", "life")) {
            int days = Integer.parseInt(words.next("a number of days"));
            if (!words.take("days")) words.expect("day");
            return policy -> policy.withShelfLifeDays(days);
        }
        if (words.take("received")) {
            InitialStatus status = status(words);
            return policy -> policy.withStatusAtReceipt(status);
        }
        if (words.take("made")) {
            InitialStatus status = status(words);
            return policy -> policy.withStatusAtProduction(status);
        }
        if (words.take("per", "pallet")) {
            return policy -> policy.withSublots(SublotPolicy.PER_PALLET);
        }
        if (words.take("alert")) {
            int days = Integer.parseInt(words.next("a number of days"));
            if (!words.take("days")) words.expect("day");
            if (words.take("before", "retest")) return policy -> policy.withRetestAlertDays(days);
            return policy -> policy.withExpiryAlertDays(days);
        }
        if (words.take("cases")) {
            String levels = words.next("GTINs and what they hold, in quotation marks");
            return policy -> policy.withPackLevels(PackLevels.of(levels));
        }
        if (words.take("numbered")) {
            String rule = words.next("a rule such as {item}-{yymmdd}-{n}");
            return policy -> policy.withNumbering(NumberRule.of(rule));
        }
        if (words.take("weighed", "in")) {
            String unit = words.next("a unit");
            if (!words.take("each")) return policy -> policy.withCatchWeightUnit(new Unit(unit));
            String each = words.next("what a unit weighs, in quotation marks");
            return policy ->
                    policy.withCatchWeightUnit(new Unit(unit)).withUnitWeight(UnitWeight.of(each));
        }
        if (words.take("gtin")) {
            String digits = words.next("a GTIN");
            return policy -> policy.withGtin(new Gtin(digits));
        }
        throw words.wrong("expected lot, serial, pool, shelf life N days, received STATUS,"
                + " made STATUS, per pallet, numbered RULE, weighed in UNIT or gtin DIGITS,");
    }

    private static InitialStatus status(Words words) {
        if (words.take("released")) return InitialStatus.RELEASED;
        words.expect("quarantined");
        return InitialStatus.QUARANTINED;
    }

    private static Declared partner(Words words) {
        String code = words.next("a partner");
        Set<PartnerRole> roles = EnumSet.noneOf(PartnerRole.class);
        PartnerReach reach = PartnerReach.BOUNDARY;
        List<UnaryOperator<PartnerPolicy>> agreed = new ArrayList<>();
        while (!words.atEnd()) {
            if (words.take("custody")) reach = PartnerReach.CUSTODY;
            else if (words.is("received", "keeps", "one", "presumed")) agreed.add(agreed(words));
            else roles.add(role(words));
        }
        if (roles.isEmpty()) roles.addAll(Set.of(PartnerRole.SUPPLIER, PartnerRole.CUSTOMER));
        PartnerReach reached = reach;
        return scene -> {
            PartnerPolicy policy = PartnerPolicy.USUAL;
            for (UnaryOperator<PartnerPolicy> change : agreed) policy = change.apply(policy);
            return Partner.of(
                            new PartnerCode(code),
                            code,
                            new Country("NL"),
                            roles.toArray(PartnerRole[]::new))
                    .with(reached)
                    .with(policy);
        };
    }

    private static UnaryOperator<PartnerPolicy> agreed(Words words) {
        if (words.take("received")) {
            InitialStatus status = status(words);
            return policy -> policy.withStatusAtReceipt(status);
        }
        if (words.take("one")) {
            words.expect("lot");
            return policy -> policy.withLotsPerLine(LotsPerLine.ONE);
        }
        boolean isTerm = words.take("presumed", "after");
        if (!isTerm) words.expect("keeps");
        int days = Integer.parseInt(words.next("a number of days"));
        words.expect("days");
        return policy ->
                isTerm ? policy.withPresumedAfterDays(days) : policy.withMinimumRemainingDays(days);
    }

    private static PartnerRole role(Words words) {
        for (PartnerRole role : PartnerRole.values()) if (words.take(role.word())) return role;
        throw words.wrong("expected supplier, customer, subcontractor, custody, received STATUS,"
                + " keeps N days, one lot or presumed after N days");
    }

    private static Sentence resource(Words words) {
        String code = words.next("a resource");
        String kind = words.next("its kind, such as equipment");
        return declaring(scene -> Resource.of(
                new ResourceCode(code),
                code,
                ResourceKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                scene.cast().site(Cast.MAIN.code())));
    }

    /** {@code conversion 1 ea = 0.239 kg of bread}. */
    private static Sentence conversion(Words words) {
        words.expect("1");
        String from = words.next("a unit");
        words.expect("=");
        String factor = words.next("a number");
        String to = words.next("a unit");
        String item = words.take("of") ? words.next("an item") : null;
        return declaring(scene -> item == null
                ? Conversion.universal(new Unit(from), new Unit(to), Factor.of(factor))
                : Conversion.of(
                        scene.cast().item(item, new Unit(from)),
                        new Unit(from),
                        new Unit(to),
                        Factor.of(factor)));
    }

    /** See {@link RecipeText}. */
    private static Sentence recipe(Words words) {
        RecipeText text = RecipeText.read(words);
        return declaring(scene -> text.recipe(scene.cast()));
    }

    /** {@code holds spread later}: descendants are marked only after {@code holds spread now}. */
    private static Sentence spreading(Spreading.Pace when) {
        return scene -> {
            scene.spread(when);
            return List.of();
        };
    }

    /** {@code clock 10:05}, {@code clock 06:00 on 2026-03-05}. */
    private static Sentence clock(Words words) {
        When when = When.readTime(words);
        LocalTime time = when.from();
        LocalDate date = when.date();
        return scene -> {
            ZoneId zone = scene.cast().zone(Cast.MAIN);
            scene.clock().set(scene.clock().from(new When(time, time, date, date), zone));
            return List.of();
        };
    }
}
