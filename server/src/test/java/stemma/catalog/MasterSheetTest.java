package stemma.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.catalog.TestCatalog.FLOUR;
import static stemma.catalog.TestCatalog.MAIN;
import static stemma.catalog.TestCatalog.MILL;
import static stemma.catalog.TestCatalog.QUINN;
import static stemma.catalog.TestCatalog.SOUP;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.sheets.SheetFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class MasterSheetTest {
    private static final String ITEMS = "code,name,base_unit,tracking\n";

    @Test
    void every_kind_of_sheet_reads_back_as_it_was_written() {
        List<Master> masters = new ArrayList<>(List.of(
                MAIN,
                Location.of(MAIN.code(), LocationCode.of("DRY"), "Dry; \"cool\", dark"),
                FLOUR.with(new ItemPolicy(
                        30,
                        InitialStatus.RELEASED,
                        InitialStatus.QUARANTINED,
                        SublotPolicy.PER_PALLET,
                        Unit.of("case"),
                        Gtin.of("4006381333931"),
                        NumberRule.of("{item}-{yymmdd}-{nn}"),
                        14,
                        60,
                        PackLevels.of("10614141000415 x 12"),
                        UnitWeight.of("12.5 ± 10 %"))),
                SOUP.with(Standing.RETIRED),
                Conversion.of(SOUP.code(), Unit.of("case"), Unit.EACH, Factor.of("1/3")),
                Conversion.universal(Unit.of("st"), Unit.of("kg"), Factor.of("6.35029318")),
                new Partner(
                        MILL.code(),
                        "=HYPERLINK(\"x\")",
                        Country.of("NL"),
                        Set.of(PartnerRole.SUPPLIER, PartnerRole.CUSTOMER),
                        PartnerReach.CUSTODY,
                        null,
                        new PartnerPolicy(30, LotsPerLine.ONE, 5, InitialStatus.QUARANTINED),
                        Standing.ACTIVE),
                ShipTo.of(
                        PartnerCode.of("-2+3"),
                        ShipToCode.of("@SUM"),
                        "'=x",
                        "'plain",
                        Country.of("FR")),
                Resource.of(ResourceCode.of("TANK"), "Tank", ResourceKind.VESSEL, MAIN.code()),
                recipe()));
        masters.addAll(TestCatalog.orders("TANK", "-2+3", "@SUM"));
        for (Master master : masters) {
            MasterKind kind = master.key().kind();
            for (SheetFormat format : SheetFormat.values()) {
                byte[] file = MasterSheet.file(kind, format, List.of(master));
                MasterSheet sheet = MasterSheet.read(kind, file);
                assertEquals(List.of(), sheet.errors(), format + " of " + master);
                assertEquals(List.of(master), sheet.masters(), format.toString());
            }
        }
    }

    @Test
    void a_mark_semicolons_tabs_and_wide_characters_are_understood() {
        String rows = "code;name;base_unit;tracking\nF;\"Mehl; fein\nlose\";kg;lot\n";
        String expected = "illegal_character";
        assertEquals(List.of(expected), codes(read(rows)), "a name is one line");
        String good = rows.replace("\nlose", "");
        assertEquals("Mehl; fein", ((Item) read(good).masters().getFirst()).name());
        assertEquals(1, read("\uFEFF" + good).masters().size());
        assertEquals(
                1,
                read(good.replace(';', '\t').replace("\t fein", " fein"))
                        .masters()
                        .size());
        assertEquals(
                1,
                MasterSheet.read(MasterKind.ITEM, ("\uFEFF" + good).getBytes(UTF_16LE))
                        .masters()
                        .size());
        assertEquals(
                List.of("encoding_unknown"),
                codes(MasterSheet.read(
                        MasterKind.ITEM, (ITEMS + "F,Gebäck,kg,lot").getBytes(ISO_8859_1))));
    }

    @Test
    void headings_are_refused_by_name() {
        MasterSheet sheet = read("code,name,name,colour\n");
        assertEquals(
                List.of("column_twice", "column_unknown", "column_missing", "column_missing"),
                codes(sheet));
        assertTrue(sheet.errors().get(1).sentence().contains("\"colour\""));
        assertEquals(List.of("sheet_empty"), codes(read("")));
        assertEquals(List.of("csv_malformed"), codes(read(ITEMS + "F,\"open,kg,lot\n")));
    }

    @Test
    void every_wrong_cell_is_told_by_line_and_column() {
        MasterSheet sheet = MasterSheet.read(MasterKind.ITEM, ("""
                code,name,base_unit,tracking,shelf_life_days,gtin
                F,Flour,kg,lot,30,4006381333931
                ,Salt,kilo gram,batch,many,4006381333937
                G,Gravy,kg

                f,Flour again,kg,lot,,
                1.00E+05,Number,kg,lot,,
                04-Mar,Date,kg,lot,,
                S,Serial,kg,serial,,
                """).getBytes(UTF_8));
        assertEquals(
                """
                3 code cell_missing
                3 base_unit unit_invalid
                3 tracking word_unknown
                3 shelf_life_days shelf_life_invalid
                3 gtin gtin_check_digit
                4 gtin row_ragged
                6 code row_twice
                7 code spreadsheet_changed_code
                8 code spreadsheet_changed_code
                9 base_unit serial_needs_each""",
                sheet.errors().stream()
                        .map(error -> error.line() + " " + error.column() + " " + error.code())
                        .collect(Collectors.joining("\n")));
        assertEquals(
                "a GTIN 4006381333937 ends in 7, should end in 1",
                sheet.errors().get(4).sentence());
    }

    @Test
    void a_workbook_that_made_numbers_of_codes_is_refused_by_cell() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Items");
            List<String> headings =
                    List.of("code", "name", "base_unit", "tracking", "shelf_life_days");
            for (int i = 0; i < headings.size(); i++) sheet.value(0, i, headings.get(i));
            sheet.value(1, 0, 100_000);
            sheet.value(2, 0, LocalDate.of(2026, 4, 3));
            sheet.style(2, 0).format("dd-mm").set();
            sheet.value(3, 0, "F");
            sheet.value(4, 0, "G");
            for (int line = 1; line <= 4; line++) {
                sheet.value(line, 1, "Flour");
                sheet.value(line, 2, "kg");
                sheet.value(line, 3, "lot");
            }
            sheet.value(3, 4, 30);
            sheet.formula(4, 4, "15*2");
        }
        MasterSheet sheet = MasterSheet.read(MasterKind.ITEM, file.toByteArray());
        assertEquals(
                """
                2 code spreadsheet_changed_code
                3 code spreadsheet_changed_code
                5 shelf_life_days cell_computed""",
                sheet.errors().stream()
                        .map(error -> error.line() + " " + error.column() + " " + error.code())
                        .collect(Collectors.joining("\n")));
        assertEquals(1, sheet.masters().size());
        assertEquals(30, ((Item) sheet.masters().getFirst()).policy().shelfLifeDays());
    }

    @Test
    void other_sheets_refuse_what_their_columns_cannot_say() {
        assertEquals(
                List.of("zone_unknown"),
                codes(MasterSheet.read(
                        MasterKind.SITE,
                        "code,name,country,zone\nA,A,NL,Europe/Utopia\n".getBytes(UTF_8))));
        assertEquals(
                List.of("factor_invalid"),
                codes(MasterSheet.read(
                        MasterKind.CONVERSION,
                        "from_unit,to_unit,factor\ncase,kg,\"1,5\"\n".getBytes(UTF_8))));
        String recipe = "item,revision,tolerance_percent,part,line_item,amount\n";
        assertEquals(
                List.of("ambiguous_number", "recipe_heads_differ"),
                codes(MasterSheet.read(
                        MasterKind.RECIPE,
                        (recipe + "S,A,1,input,F,\"1,5 kg\"\nS,A,2,output,S,1 ea\n")
                                .getBytes(UTF_8))));
        assertEquals(
                List.of("recipe_output_invalid"),
                codes(MasterSheet.read(
                        MasterKind.RECIPE, (recipe + "S,A,1,input,F,1 kg\n").getBytes(UTF_8))));
    }

    @Test
    void a_sheet_is_taken_whole_or_not_at_all() {
        try (TestCatalog test = TestCatalog.withMasters()) {
            String good = "site,code,name\nHLF,A,First\nHLF,B,Second\n";
            MasterSheet bad =
                    MasterSheet.read(MasterKind.LOCATION, (good + "XX,C,Third\n").getBytes(UTF_8));
            SheetAnswer.Refused refused = assertInstanceOf(
                    SheetAnswer.Refused.class, test.catalog.take(bad, QUINN, "set-up"));
            assertEquals(
                    "4 site site_unknown",
                    refused.errors().stream()
                            .map(error -> error.line() + " " + error.column() + " " + error.code())
                            .collect(Collectors.joining()));
            assertEquals(
                    1, test.catalog.page(MasterKind.LOCATION, MasterQuery.ALL).total());
            MasterSheet sheet = MasterSheet.read(MasterKind.LOCATION, good.getBytes(UTF_8));
            assertInstanceOf(SheetAnswer.Taken.class, test.catalog.rehearse(sheet, "try"));
            assertEquals(
                    1, test.catalog.page(MasterKind.LOCATION, MasterQuery.ALL).total());
            SheetAnswer.Taken taken = assertInstanceOf(
                    SheetAnswer.Taken.class, test.catalog.take(sheet, QUINN, "set-up"));
            assertEquals(2, taken.changes().size());
            assertEquals(
                    3, test.catalog.page(MasterKind.LOCATION, MasterQuery.ALL).total());
        }
    }

    private static MasterSheet read(String text) {
        return MasterSheet.read(MasterKind.ITEM, text.getBytes(UTF_8));
    }

    private static List<String> codes(MasterSheet sheet) {
        return sheet.errors().stream().map(SheetError::code).toList();
    }

    private static Recipe recipe() {
        return Recipe.of(
                SOUP.code(),
                "A",
                new BigDecimal("0.5"),
                List.of(
                        new RecipeLine(
                                RecipeLine.Part.INPUT,
                                FLOUR.code(),
                                Quantity.of("0.05 kg"),
                                BigDecimal.ZERO,
                                List.of(
                                        Alternate.of(ItemCode.of("RYE * 2")),
                                        new Alternate(ItemCode.of("SPELT"), Factor.of("1/3")))),
                        new RecipeLine(RecipeLine.Part.OUTPUT, SOUP.code(), Quantity.each(1)),
                        new RecipeLine(
                                RecipeLine.Part.BY_PRODUCT,
                                ItemCode.of("PEEL"),
                                Quantity.of("1 g"))));
    }
}
