package stemma.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static stemma.catalog.TestCatalog.FLOUR;
import static stemma.catalog.TestCatalog.MAIN;
import static stemma.catalog.TestCatalog.MILL;
import static stemma.catalog.TestCatalog.QUINN;
import static stemma.catalog.TestCatalog.SOUP;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import stemma.catalog.AmendmentAnswer.Refused;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

class MasterRefusalTest {
    private static final Unit KG = Unit.of("kg");
    private static final Gtin GTIN = Gtin.of("4006381333931");
    private TestCatalog test;

    @BeforeEach
    void begin() {
        test = TestCatalog.withMasters();
    }

    @AfterEach
    void end() {
        test.close();
    }

    @Test
    void tracking_and_base_unit_are_fixed_once_there_is_history() {
        Item serial = Item.of(SOUP.code(), SOUP.name(), Unit.EACH, Tracking.SERIAL);
        Item grams = Item.of(FLOUR.code(), FLOUR.name(), Unit.of("g"), Tracking.POOL);
        test.used.add(FLOUR.key());
        test.used.add(SOUP.key());
        assertEquals(List.of("tracking_has_history"), test.refused(serial));
        assertEquals(List.of("tracking_has_history", "base_unit_has_history"), test.refused(grams));
        test.used.clear();
        test.defined(serial, grams);
    }

    @Test
    void a_master_stands_once_in_an_amendment() {
        Item lower = Item.of(ItemCode.of("flour"), "Flour", KG, Tracking.LOT);
        assertEquals(List.of("master_twice"), test.refused(FLOUR, lower));
    }

    @Test
    void a_new_code_must_be_free_and_a_revision_the_latest() {
        Item other = Item.of(ItemCode.of("flour"), "Other flour", KG, Tracking.LOT);
        assertEquals(
                List.of("master_exists"),
                test.refused(new Amendment(List.of(other), Map.of(other.key(), 0), "new")));
        test.defined(other);
        assertEquals(
                List.of("revised_meanwhile"),
                test.refused(new Amendment(List.of(FLOUR), Map.of(FLOUR.key(), 1), "late")));
    }

    @Test
    void a_change_needs_a_reason() {
        Item renamed = Item.of(FLOUR.code(), "Other", KG, Tracking.LOT);
        assertEquals(List.of("reason_missing"), test.refused(Amendment.of(List.of(renamed), " ")));
    }

    @Test
    void what_a_master_rests_on_must_exist() {
        assertEquals(
                List.of("site_unknown"),
                test.refused(Location.of(SiteCode.of("X"), LocationCode.of("A"), "A")));
        assertEquals(
                List.of("site_unknown"),
                test.refused(Resource.of(
                        ResourceCode.of("R"), "R", ResourceKind.TOOL, SiteCode.of("X"))));
        assertEquals(
                List.of("partner_unknown"),
                test.refused(ShipTo.of(
                        PartnerCode.of("X"),
                        ShipToCode.of("A"),
                        "A",
                        "Street 1",
                        Country.of("NL"))));
        assertEquals(
                List.of("item_unknown"),
                test.refused(Conversion.of(
                        ItemCode.of("X"), Unit.of("case"), Unit.EACH, Factor.of("2"))));
        assertEquals(List.of("item_unknown"), test.refused(recipe("A", ItemCode.of("X"), "1 kg")));
    }

    @Test
    void what_a_new_master_rests_on_must_be_in_use() {
        test.defined(
                MAIN.with(Standing.RETIRED),
                MILL.with(Standing.RETIRED),
                FLOUR.with(Standing.RETIRED));
        assertEquals(
                List.of("site_retired"),
                test.refused(Location.of(MAIN.code(), LocationCode.of("NEW"), "New")));
        assertEquals(
                List.of("partner_retired"),
                test.refused(ShipTo.of(
                        MILL.code(), ShipToCode.of("A"), "A", "Street 1", Country.of("NL"))));
        assertEquals(List.of("item_retired"), test.refused(recipe("A", FLOUR.code(), "1 kg")));
        test.defined(Location.of(MAIN.code(), LocationCode.of("DRY"), "Dry store, renamed"));
    }

    @Test
    void a_gtin_names_one_item() {
        test.defined(FLOUR.with(ItemPolicy.USUAL.withGtin(GTIN)));
        assertEquals(
                List.of("gtin_taken"), test.refused(SOUP.with(ItemPolicy.USUAL.withGtin(GTIN))));
        test.defined(FLOUR, SOUP.with(ItemPolicy.USUAL.withGtin(GTIN)));
        Item one = Item.of(ItemCode.of("A"), "A", KG, Tracking.LOT)
                .with(ItemPolicy.USUAL.withGtin(Gtin.of("96385074")));
        Item two = Item.of(ItemCode.of("B"), "B", KG, Tracking.LOT).with(one.policy());
        assertEquals(List.of("gtin_taken", "gtin_taken"), test.refused(one, two));
    }

    @Test
    void conversions_may_not_contradict_one_another() {
        test.defined(
                Conversion.of(SOUP.code(), Unit.of("case"), Unit.EACH, Factor.of("12")),
                Conversion.of(SOUP.code(), Unit.EACH, KG, Factor.of("0.4")));
        assertEquals(
                List.of("conversion_contradicts"),
                test.refused(Conversion.of(SOUP.code(), Unit.of("case"), KG, Factor.of("5"))));
        test.defined(Conversion.of(SOUP.code(), Unit.of("case"), KG, Factor.of("4.8")));
        assertEquals(
                List.of("conversion_contradicts"),
                test.refused(Conversion.universal(Unit.of("lb"), Unit.of("g"), Factor.of("454"))));
    }

    @Test
    void a_recipe_revision_is_fixed_and_its_units_must_convert() {
        test.defined(recipe("A", FLOUR.code(), "1 kg"));
        assertEquals(
                List.of("recipe_revision_fixed"), test.refused(recipe("A", FLOUR.code(), "2 kg")));
        Recipe hot = recipe("D", FLOUR.code(), "1 kg")
                .with(RecipeStep.list("10 | Heat | equipment | work | core (°C) 75..95"));
        test.defined(hot);
        assertEquals(
                List.of("recipe_revision_fixed"),
                test.refused(hot.with(
                        RecipeStep.list("10 | Heat | equipment | work | core (°C) 20..95"))));
        assertEquals(
                List.of("recipe_revision_fixed"), test.refused(hot.with(List.<RecipeStep>of())));
        test.defined(recipe("A", ItemCode.of("flour"), "1 kg").with(Standing.RETIRED));
        test.defined(recipe("B", FLOUR.code(), "2 lb"));
        assertEquals(List.of("no_conversion"), test.refused(recipe("C", FLOUR.code(), "2 L")));
    }

    @Test
    void a_work_order_that_has_begun_keeps_the_revision_of_its_recipe() {
        test.defined(recipe("A", FLOUR.code(), "1 kg"), recipe("B", FLOUR.code(), "9 kg"));
        test.defined(order("A", 400));
        test.defined(order("B", 400));
        test.used.add(order("B", 400).key());
        assertEquals(List.of("order_fixed"), test.refused(order("A", 400)));
        test.defined(order("B", 500));
    }

    private static WorkOrder order(String revision, int count) {
        return new WorkOrder(
                OrderCode.of("WO-1"),
                MAIN.code(),
                SOUP.code(),
                revision,
                Quantity.each(count),
                null,
                null,
                Standing.ACTIVE);
    }

    @Test
    void a_master_that_is_not_there_cannot_be_retired() {
        Refused refused = assertInstanceOf(
                Refused.class, test.catalog.retire(Item.key(ItemCode.of("X")), QUINN, "gone"));
        assertEquals("master_unknown", refused.refusals().getFirst().code());
    }

    @Test
    void content_that_no_master_can_have_is_refused_where_it_is_made() {
        assertCode("name_missing", () -> Item.of(ItemCode.of("A"), " ", KG, Tracking.LOT));
        assertCode(
                "name_too_long",
                () -> Item.of(ItemCode.of("A"), "x".repeat(201), KG, Tracking.LOT));
        assertCode(
                "illegal_character", () -> Item.of(ItemCode.of("A"), "a\u202Eb", KG, Tracking.LOT));
        assertCode("serial_needs_each", () -> Item.of(ItemCode.of("A"), "A", KG, Tracking.SERIAL));
        assertCode(
                "catch_weight_unit_same",
                () -> FLOUR.with(ItemPolicy.USUAL.withCatchWeightUnit(KG)));
        assertCode("shelf_life_invalid", () -> ItemPolicy.USUAL.withShelfLifeDays(0));
        assertCode("country_unknown", () -> Country.of("XX"));
        assertCode(
                "partner_without_role",
                () -> Partner.of(PartnerCode.of("A"), "A", Country.of("NL")));
        assertCode("conversion_to_itself", () -> Conversion.universal(KG, KG, Factor.ONE));
        assertCode("factor_invalid", () -> Factor.of("0"));
        assertCode(
                "quantity_invalid",
                () -> new RecipeLine(RecipeLine.Part.INPUT, FLOUR.code(), Quantity.of("0 kg")));
        assertCode(
                "tolerance_invalid",
                () -> Recipe.of(SOUP.code(), "A", new BigDecimal("101"), List.of()));
        assertCode(
                "recipe_output_invalid",
                () -> Recipe.of(SOUP.code(), "A", BigDecimal.ZERO, List.of()));
        assertCode(
                "recipe_input_missing",
                () -> Recipe.of(
                        SOUP.code(),
                        "A",
                        BigDecimal.ZERO,
                        List.of(new RecipeLine(
                                RecipeLine.Part.OUTPUT, SOUP.code(), Quantity.each(1)))));
        assertCode(
                "recipe_line_twice",
                () -> Recipe.of(
                        SOUP.code(),
                        "A",
                        BigDecimal.ZERO,
                        List.of(
                                new RecipeLine(
                                        RecipeLine.Part.INPUT, FLOUR.code(), Quantity.of("1 kg")),
                                new RecipeLine(
                                        RecipeLine.Part.INPUT,
                                        ItemCode.of("flour"),
                                        Quantity.of("2 kg")))));
        assertCode(
                "page_invalid",
                () -> new MasterQuery("", Set.of(), "code", MasterQuery.Direction.UP, 0, 0));
    }

    private static Recipe recipe(String revision, ItemCode input, String amount) {
        return Recipe.of(
                SOUP.code(),
                revision,
                BigDecimal.ONE,
                List.of(
                        new RecipeLine(RecipeLine.Part.INPUT, input, Quantity.of(amount)),
                        new RecipeLine(RecipeLine.Part.OUTPUT, SOUP.code(), Quantity.each(100))));
    }

    private static void assertCode(String code, Executable act) {
        assertEquals(code, assertThrows(MalformedMaster.class, act).code());
    }
}
