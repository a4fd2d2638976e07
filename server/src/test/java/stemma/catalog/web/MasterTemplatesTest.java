package stemma.catalog.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

import stemma.access.Permission;
import stemma.catalog.Conversion;
import stemma.catalog.Factor;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.MasterSheet;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.Revised;
import stemma.catalog.SheetReading;
import stemma.catalog.SheetRow;
import stemma.catalog.TestCatalog;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Frame;
import stemma.shell.SiteTime;
import stemma.shell.Viewer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class MasterTemplatesTest {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private TestCatalog test;

    @BeforeEach
    void begin() {
        test = TestCatalog.withMasters();
        test.defined(
                Item.of(
                        ItemCode.of("<b>&\"'"),
                        "{{7*7}} ${1+1} <script>alert(1)</script>",
                        Unit.of("kg"),
                        Tracking.LOT),
                Conversion.of(TestCatalog.SOUP.code(), Unit.of("case"), Unit.EACH, Factor.of("12")),
                Recipe.of(
                        TestCatalog.SOUP.code(),
                        "A",
                        BigDecimal.TWO,
                        List.of(
                                new RecipeLine(
                                        RecipeLine.Part.INPUT,
                                        TestCatalog.FLOUR.code(),
                                        Quantity.of("0.05 kg")),
                                new RecipeLine(
                                        RecipeLine.Part.OUTPUT,
                                        TestCatalog.SOUP.code(),
                                        Quantity.each(1)))));
    }

    @AfterEach
    void end() {
        test.close();
    }

    @Test
    void names_are_printed_as_typed_and_never_run() {
        String list = list(MasterKind.ITEM, "", 0);
        assertTrue(list.contains("{{7*7}} ${1+1} &lt;script&gt;alert(1)&lt;/script&gt;"), list);
        assertFalse(list.contains("<script>alert"));
        String card = card(Item.key(ItemCode.of("<b>&\"'")));
        assertTrue(card.contains("&lt;b&gt;&amp;&#34;") || card.contains("&lt;b&gt;&amp;"), card);
        assertFalse(card.contains("<script>alert"));
    }

    @Test
    void an_empty_list_says_what_to_do_next() {
        String list = list(MasterKind.RESOURCE, "", 0);
        assertTrue(list.contains("No active resources"));
        assertTrue(list.contains("Define sites first."));
        assertTrue(list(MasterKind.ITEM, "nowhere", 0).contains("Nothing contains"));
    }

    @Test
    void every_kind_has_a_list_a_card_and_a_form() {
        for (MasterKind kind : MasterKind.values()) {
            assertTrue(list(kind, "", 0).contains("<h1>"), kind.word());
            assertTrue(render("catalog/form", Map.of("form", MasterForm.empty(kind, Map.of())))
                    .contains("name=\"basedOn\" value=\"0\""));
            assertTrue(render("catalog/sheet", Map.of("page", new SheetPage(kind)))
                    .contains("enctype"));
            for (Revised<?> row : test.catalog.page(kind, MasterQuery.ALL).rows()) {
                assertTrue(card(row.master().key()).contains("Facts"));
                assertTrue(render("catalog/form", Map.of("form", MasterForm.of(row.master(), 1)))
                        .contains("Reason for the change"));
            }
        }
    }

    @Test
    void the_history_shows_each_field_before_and_after() {
        test.defined(TestCatalog.FLOUR.with(TestCatalog.FLOUR.policy().withShelfLifeDays(30)));
        String card = card(TestCatalog.FLOUR.key());
        assertTrue(card.contains("policy.shelfLifeDays"), card);
        assertTrue(card.contains("<ins>30</ins>"));
        assertTrue(card.contains("changed"));
    }

    @Test
    void a_form_sent_with_errors_comes_back_with_what_was_typed() {
        LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("code", "SALT");
        sent.add("base_unit", "kilo gram");
        sent.add("gtin", "4006381333937");
        MasterForm form = MasterForm.sent(MasterKind.ITEM, sent);
        List<SheetRow> rows = form.rows();
        assertTrue(SheetReading.read(MasterKind.ITEM, rows) == null);
        String page = render(
                "catalog/form", Map.of("form", form.refusing(rows.getFirst().errors())));
        assertTrue(page.contains("Nothing was recorded"));
        assertTrue(page.contains("value=\"kilo gram\""));
        assertTrue(page.contains("ends in 7, should end in 1"));
        assertTrue(page.contains("the column name is empty"));
    }

    @Test
    void a_checked_sheet_says_how_many_and_a_wrong_one_where() {
        MasterSheet good = MasterSheet.read(
                MasterKind.ITEM,
                "code,name,base_unit,tracking\nSALT,Salt,kg,pool\n".getBytes(UTF_8));
        assertTrue(
                result(good).contains("1 new, 0 changed, 0 as they stand (nothing recorded yet)."));
        MasterSheet bad = MasterSheet.read(
                MasterKind.ITEM,
                "code,name,base_unit,tracking\nSALT,Salt,kg,many\n".getBytes(UTF_8));
        assertTrue(result(bad).contains("1 error was found"));
        assertTrue(result(bad).contains("word_unknown"));
    }

    private String result(MasterSheet sheet) {
        return render(
                "catalog/sheet",
                Map.of(
                        "page", new SheetPage(sheet.kind()),
                        "result",
                                new SheetResult(
                                        sheet,
                                        test.catalog.rehearse(sheet, ""),
                                        SheetResult.Stage.CHECKED)));
    }

    private String list(MasterKind kind, String text, int offset) {
        MasterQuery query = MasterList.query(text, "active", "", "up", offset);
        return render(
                "catalog/list",
                Map.of(
                        "page",
                        new MasterList(
                                kind,
                                query,
                                test.catalog.page(kind, query),
                                Map.of("name", "name"))));
    }

    private String card(MasterKey key) {
        Revised<?> revised = test.catalog.find(key).orElseThrow();
        return render(
                "catalog/one",
                Map.of(
                        "page",
                        new MasterCard(
                                revised,
                                MasterCard.relatedTo(revised.master()),
                                test.catalog.history(key))));
    }

    private String render(String template, Map<String, Object> model) {
        Map<String, Object> values = new HashMap<>(model);
        values.put(
                "frame",
                new Frame(
                        new Viewer(
                                "quinn",
                                "Ivo",
                                "Administrator",
                                Set.of(Permission.MANAGE_MASTERS, Permission.SEE_RECORD)),
                        List.of(),
                        "/masters/items",
                        "",
                        Instant.EPOCH,
                        new SiteTime(ZoneId.of("Europe/Amsterdam")),
                        "",
                        "token",
                        stemma.shell.SittingEnd.NONE,
                        file -> file));
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", values, output);
        return output.toString();
    }
}
