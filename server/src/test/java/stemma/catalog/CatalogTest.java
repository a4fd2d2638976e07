package stemma.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.catalog.TestCatalog.FLOUR;
import static stemma.catalog.TestCatalog.MAIN;
import static stemma.catalog.TestCatalog.MILL;
import static stemma.catalog.TestCatalog.QUINN;
import static stemma.catalog.TestCatalog.SOUP;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import stemma.catalog.AmendmentAnswer.Amended;
import stemma.catalog.AmendmentAnswer.Refused;
import stemma.catalog.ConversionAnswer.Converted;
import stemma.catalog.MasterChange.Effect;
import stemma.identifiers.Gln;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class CatalogTest {
    private static final Unit KG = Unit.of("kg");
    private TestCatalog test;
    private Catalog catalog;

    @BeforeEach
    void begin() {
        test = TestCatalog.withMasters();
        catalog = test.catalog;
    }

    @AfterEach
    void end() {
        test.close();
    }

    @Test
    void every_kind_of_master_is_read_as_it_was_defined() {
        List<Master> masters = new ArrayList<>(List.of(
                new Site(
                        SiteCode.of("B/2"),
                        "Second",
                        "1 Hafenstraße, Bremen",
                        Country.of("DE"),
                        ZoneId.of("Europe/Berlin"),
                        Gln.of("0614141000012"),
                        SsccPrefix.of("30614141"),
                        Standing.ACTIVE),
                Location.of(SiteCode.of("B/2"), LocationCode.of("A/1"), "Rack"),
                Item.of(ItemCode.of("CHEESE"), "Cheese <b>\"wheel\"</b>", Unit.EACH, Tracking.LOT)
                        .with(ItemPolicy.USUAL
                                .withShelfLifeDays(90)
                                .withCatchWeightUnit(KG)
                                .withGtin(Gtin.of("4006381333931"))
                                .withExpiryAlertDays(14)
                                .withRetestAlertDays(60)
                                .withPackLevels(
                                        PackLevels.of("10614141000415 x 12, 20614141000412 x 480"))
                                .withSublots(SublotPolicy.PER_PALLET)
                                .withNumbering(NumberRule.of("{item}-{n}"))
                                .withStatusAtReceipt(InitialStatus.RELEASED)
                                .withStatusAtProduction(InitialStatus.QUARANTINED)),
                Conversion.of(ItemCode.of("CHEESE"), Unit.of("case"), Unit.EACH, Factor.of("1/3")),
                new Partner(
                        PartnerCode.of("Cutter"),
                        "Cutters",
                        Country.of("BE"),
                        Set.of(PartnerRole.SUBCONTRACTOR, PartnerRole.CUSTOMER),
                        PartnerReach.CUSTODY,
                        Gln.of("0614141000012"),
                        new PartnerPolicy(30, LotsPerLine.ONE, 5, InitialStatus.QUARANTINED),
                        Standing.ACTIVE),
                ShipTo.of(
                        PartnerCode.of("Cutter"),
                        ShipToCode.of("GATE 1"),
                        "Gate 1",
                        "Quay 1, Gent",
                        Country.of("BE")),
                Resource.of(
                        ResourceCode.of("TANK-1"), "Cream tank", ResourceKind.VESSEL, MAIN.code()),
                recipe()));
        masters.addAll(TestCatalog.orders("TANK-1", "Cutter", "GATE 1"));
        Amended amended = test.defined(masters.toArray(Master[]::new));
        assertEquals(masters.size(), amended.count(Effect.ADDED));
        for (Master master : masters) {
            Master expected = master instanceof Conversion conversion ? conversion.at(1) : master;
            assertEquals(expected, catalog.find(master.key()).orElseThrow().master());
            assertEquals(1, catalog.find(master.key()).orElseThrow().revision());
            assertTrue(catalog.page(master.key().kind(), MasterQuery.ALL).rows().stream()
                    .anyMatch(row -> row.master().equals(expected)));
        }
    }

    @Test
    void a_code_is_found_in_any_spelling_of_its_normal_form() {
        ItemCode wide = ItemCode.of(" ｆｌｏｕｒ ");
        Map<ItemCode, Item> found = catalog.items(List.of(wide, ItemCode.of("SALT"), FLOUR.code()));
        assertEquals(Map.of(wide, FLOUR, FLOUR.code(), FLOUR), found);
        assertEquals("FLOUR", found.get(wide).code().code());
        assertTrue(
                catalog.masters(List.of(Location.key(SiteCode.of("hlf"), LocationCode.of("dry"))))
                        .location(MAIN.code(), LocationCode.of("Dry"))
                        .isPresent());
        assertEquals(Set.of(MILL.code()), catalog.partners(Set.of(MILL.code())).keySet());
        assertEquals(Set.of(MAIN.code()), catalog.sites(Set.of(MAIN.code())).keySet());
        assertTrue(catalog.resources(Set.of(ResourceCode.of("TANK-9"))).isEmpty());
    }

    @Test
    void a_line_that_an_order_no_longer_has_is_gone_and_the_history_tells_of_it() {
        PurchaseOrder two = order(
                OrderLine.of(1, FLOUR.code(), Quantity.of("500 kg")),
                OrderLine.of(2, SOUP.code(), Quantity.each(60)));
        PurchaseOrder one = order(OrderLine.of(2, SOUP.code(), Quantity.each(70)));
        test.defined(two);
        test.defined(one);
        assertEquals(one, catalog.find(two.key()).orElseThrow().master());
        assertTrue(catalog.history(two.key()).getFirst().differences().stream()
                .anyMatch(change -> change.before().equals("500 kg")));
    }

    private static PurchaseOrder order(OrderLine... lines) {
        return new PurchaseOrder(
                OrderCode.of("PO-5"),
                MILL.code(),
                MAIN.code(),
                null,
                List.of(lines),
                Standing.ACTIVE);
    }

    @Test
    void lot_numbers_follow_the_rule_of_the_item_and_are_given_once() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Item flour =
                FLOUR.with(ItemPolicy.USUAL.withNumbering(NumberRule.of("{item}-{yymmdd}-{nnn}")));
        assertEquals(List.of(), catalog.takeNumbers(FLOUR, day, 2));
        assertEquals(
                List.of(LotNumber.of("FLOUR-260302-001"), LotNumber.of("FLOUR-260302-002")),
                catalog.takeNumbers(flour, day, 2));
        assertEquals(List.of(LotNumber.of("FLOUR-260302-003")), catalog.takeNumbers(flour, day, 1));
        assertEquals(
                List.of(LotNumber.of("FLOUR-260303-001")),
                catalog.takeNumbers(flour, day.plusDays(1), 1));
        assertEquals(
                List.of("numbering_invalid", "numbering_invalid", "numbering_invalid"),
                Stream.of("{item}", "{n}-{n}", "{x}{n}")
                        .map(text -> assertThrows(MalformedMaster.class, () -> new NumberRule(text))
                                .code())
                        .toList());
    }

    @Test
    void two_codes_with_slashes_never_meet() {
        assertEquals(
                "A\\/B/C",
                Location.key(SiteCode.of("A/B"), LocationCode.of("C")).normal());
        assertEquals(
                "A/B\\/C",
                Location.key(SiteCode.of("A"), LocationCode.of("B/C")).normal());
    }

    @Test
    void a_master_redefined_as_it_stands_is_unchanged() {
        Amended again = test.defined(FLOUR, MAIN, MILL);
        assertEquals(3, again.count(Effect.UNCHANGED));
        assertEquals(1, again.changes().getFirst().revision());
    }

    @Test
    void a_change_counts_one_more_revision() {
        Item renamed = new Item(
                FLOUR.code(), "Flour T65", KG, Tracking.LOT, FLOUR.policy(), Standing.ACTIVE);
        MasterChange change = test.defined(renamed).changes().getFirst();
        assertEquals(Effect.REVISED, change.effect());
        assertEquals(2, change.revision());
        assertEquals(
                "Flour T65",
                catalog.items(List.of(FLOUR.code())).get(FLOUR.code()).name());
    }

    @Test
    void every_change_stands_in_the_trail_with_before_after_and_reason() {
        test.defined(FLOUR.with(FLOUR.policy().withShelfLifeDays(30)));
        catalog.retire(FLOUR.key(), QUINN, "no longer bought");
        List<MasterRevision> history = catalog.history(FLOUR.key());
        assertEquals(
                List.of("master_retired", "master_revised", "master_defined"),
                history.stream().map(MasterRevision::action).toList());
        assertEquals("no longer bought", history.getFirst().reason());
        assertEquals(
                List.of(new MasterRevision.Difference("policy.shelfLifeDays", "", "30")),
                history.get(1).differences());
    }

    @Test
    void all_changes_of_a_master_are_told_however_many() {
        int changes = Catalog.HISTORY + 2;
        for (int days = 1; days < changes; days++)
            test.defined(FLOUR.with(FLOUR.policy().withShelfLifeDays(changes - days)));
        assertEquals(Catalog.HISTORY, catalog.history(FLOUR.key()).size());
        var all = catalog.histories(Set.of(FLOUR.key(), SOUP.key()));
        assertEquals(changes, all.get(FLOUR.key()).size());
        assertEquals("master_defined", all.get(FLOUR.key()).getLast().action());
        assertEquals(1, all.get(SOUP.key()).size());
    }

    @Test
    void a_refusal_leaves_one_line_in_the_trail_and_no_other_trace() {
        long before = entries();
        assertEquals(
                List.of("reason_missing"),
                test.refused(Amendment.of(
                        List.of(FLOUR.with(FLOUR.policy().withShelfLifeDays(30))), "")));
        assertEquals(before + 1, entries());
        assertEquals(1, catalog.history(FLOUR.key()).size());
    }

    private long entries() {
        return test.jdbc
                .sql("select count(*) from journal.entry")
                .query(Long.class)
                .single();
    }

    @Test
    void a_rehearsal_says_what_would_change_and_changes_nothing() {
        Item salt = Item.of(ItemCode.of("SALT"), "Salt", KG, Tracking.POOL);
        Amended would = assertInstanceOf(
                Amended.class, catalog.rehearse(Amendment.of(List.of(salt, FLOUR), "try")));
        assertEquals(1, would.count(Effect.ADDED));
        assertEquals(1, would.count(Effect.UNCHANGED));
        assertTrue(catalog.find(salt.key()).isEmpty());
    }

    @Test
    void a_retired_master_stays_readable_and_can_come_back() {
        assertInstanceOf(Amended.class, catalog.retire(FLOUR.key(), QUINN, "no longer bought"));
        assertEquals(
                Standing.RETIRED,
                catalog.items(List.of(FLOUR.code())).get(FLOUR.code()).standing());
        assertEquals(3, test.defined(FLOUR).changes().getFirst().revision());
    }

    @Test
    void a_list_is_filtered_literally_sorted_and_paged() {
        for (int i = 0; i < 25; i++) {
            test.defined(Item.of(
                    ItemCode.of("P" + (100 + i)), "100%_pure " + (25 - i), KG, Tracking.LOT));
        }
        MasterQuery query = new MasterQuery(
                "100%_P", Set.of(Standing.ACTIVE), "name", MasterQuery.Direction.DOWN, 0, 10);
        MasterPage<? extends Master> page = catalog.page(MasterKind.ITEM, query);
        assertEquals(25, page.total());
        assertEquals(10, page.rows().size());
        assertEquals(5, catalog.page(MasterKind.ITEM, query.from(20)).rows().size());
        assertEquals(
                0,
                catalog.page(
                                MasterKind.ITEM,
                                new MasterQuery(
                                        "100xxP",
                                        Set.of(Standing.ACTIVE),
                                        "code",
                                        MasterQuery.Direction.UP,
                                        0,
                                        10))
                        .total());
        assertEquals(
                "sort_unknown",
                org.junit.jupiter.api.Assertions.assertThrows(
                                MalformedMaster.class,
                                () -> catalog.page(
                                        MasterKind.ITEM,
                                        new MasterQuery(
                                                "",
                                                Set.of(),
                                                "name; drop table",
                                                MasterQuery.Direction.UP,
                                                0,
                                                1)))
                        .code());
    }

    @Test
    void known_units_convert_without_set_up_and_an_items_own_by_its_version() {
        test.defined(Conversion.of(SOUP.code(), Unit.of("case"), Unit.EACH, Factor.of("6")));
        test.defined(Conversion.of(SOUP.code(), Unit.of("case"), Unit.EACH, Factor.of("12")));
        Conversions conversions =
                catalog.conversions(List.of(ItemCode.of("soup-400"), FLOUR.code()));
        Converted pounds = assertInstanceOf(
                Converted.class, conversions.convert(FLOUR.code(), Quantity.of("32 oz"), KG));
        assertEquals("0.90718474 kg", pounds.quantity().toString());
        assertEquals("oz>lb@1,lb>kg@1", pounds.version());
        Converted cases = assertInstanceOf(
                Converted.class,
                conversions.convert(SOUP.code(), Quantity.of("2 case"), Unit.EACH));
        assertEquals("24 ea", cases.quantity().toString());
        assertEquals("SOUP-400:case>ea@2", cases.version());
    }

    @Test
    void amendments_at_the_same_time_end_one_after_another() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var answers = new java.util.ArrayList<java.util.concurrent.Future<AmendmentAnswer>>();
            for (int i = 0; i < 16; i++) {
                String name = "Name " + i;
                answers.add(threads.submit(() -> catalog.amend(
                        new Amendment(
                                List.of(Item.of(ItemCode.of("ONE"), name, KG, Tracking.LOT)),
                                Map.of(Item.key(ItemCode.of("ONE")), 0),
                                "race"),
                        QUINN)));
            }
            int amended = 0;
            for (var answer : answers) {
                switch (answer.get()) {
                    case Amended _ -> amended++;
                    case Refused refused ->
                        assertEquals(
                                "master_exists", refused.refusals().getFirst().code());
                }
            }
            assertEquals(1, amended);
        }
    }

    private static Recipe recipe() {
        return Recipe.of(
                SOUP.code(),
                "A",
                new BigDecimal("2.50"),
                List.of(
                        new RecipeLine(
                                RecipeLine.Part.INPUT,
                                FLOUR.code(),
                                Quantity.of("0.05 kg"),
                                BigDecimal.TWO,
                                List.of(new Alternate(ItemCode.of("CHEESE"), Factor.of("1/3")))),
                        new RecipeLine(RecipeLine.Part.OUTPUT, SOUP.code(), Quantity.each(1))));
    }
}
