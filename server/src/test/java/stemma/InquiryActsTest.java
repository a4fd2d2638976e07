package stemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.identifiers.HoldCode;
import stemma.inquiry.SoupWorld;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** What people do on the pages of the answers, rightly and wrongly, in a real Chromium. */
@Tag("browser")
class InquiryActsTest {
    private final SoupWorld soup = new SoupWorld();
    private final WebServer web =
            WebServer.start(soup.world, "127.0.0.1", 0, ZoneId.of("Europe/Amsterdam"));
    private final Chromium chromium = new Chromium(web.port());
    private Page page;

    @BeforeEach
    void quinnSignsIn() {
        soup.person("quinn", Role.QUALITY);
        soup.person("audra", Role.AUDITOR);
        page = chromium.signedIn("quinn", SoupWorld.PASSWORD);
    }

    @AfterEach
    void close() {
        chromium.close();
        web.close();
        soup.close();
    }

    private long entries() {
        soup.world.sealer().seal();
        return soup.world.journal().sealed().size();
    }

    private List<HoldCode> holds() {
        return soup.inquiry.holds().all().stream().map(hold -> hold.code()).toList();
    }

    private void holdCarrots(String code) {
        page.navigate("/lots/CARROT/C-7741");
        page.click("text=Hold it");
        page.waitForURL("**/holds/new?**");
        assertTrue(page.textContent("main").contains("Nothing is held yet."));
        assertTrue(page.textContent("main").contains("4 lots, and what is made of them later"));
        page.fill("#hold", code);
        page.fill("#text", "glass in a can");
        page.click("main form button[type=submit]");
    }

    @Test
    void a_hold_is_set_after_its_preview_and_reaches_what_was_made() {
        holdCarrots("H-7");
        page.waitForURL("**/holds/H-7");
        assertTrue(page.textContent("#said").contains("Hold H-7 is set"));
        page.navigate("/lots/SOUP/S-1");
        assertTrue(page.textContent("main").contains("Held: foreign body"));
        page.navigate("/board/rows?lot=C-7741&show=lots");
        assertEquals(2, page.locator("tbody .badge.stop").count());
    }

    @Test
    void a_hold_code_in_use_is_refused_and_what_was_typed_comes_back() {
        holdCarrots("H-7");
        page.waitForURL("**/holds/H-7");
        holdCarrots("H-7");
        page.waitForSelector(".alert.stop");
        assertTrue(page.textContent("main").contains("hold_exists"), page.textContent("main"));
        page.click("text=Go back");
        page.waitForURL("**/holds/new?**");
        assertEquals("glass in a can", page.inputValue("#text"));
        page.fill("#hold", "H-8");
        page.click("main form button[type=submit]");
        page.waitForURL("**/holds/H-8");
        assertEquals(2, holds().size());
    }

    @Test
    void a_hold_is_lifted_over_the_right_password_only() {
        holdCarrots("H-7");
        page.waitForURL("**/holds/H-7");
        page.fill("#text", "X-ray of all cans, report 12");
        code();
        page.fill("#password", "not the password");
        page.click("text=Sign and lift");
        page.waitForSelector("main .alert.stop");
        assertEquals(List.of(new HoldCode("H-7")), holds());

        page.navigate("/holds/H-7");
        page.fill("#text", "X-ray of all cans, report 12");
        code();
        page.fill("#password", SoupWorld.PASSWORD);
        page.click("text=Sign and lift");
        page.waitForURL("**/holds/H-7");
        assertTrue(page.textContent("#said").contains("is lifted"));
        assertEquals(List.of(), holds());
    }

    @Test
    void a_second_signature_asks_the_password_alone_and_says_until_when_and_for_whom() {
        holdCarrots("H-7");
        page.waitForURL("**/holds/H-7");
        holdCarrots("H-8");
        page.waitForURL("**/holds/H-8");
        assertTrue(page.textContent("main").contains("The first signature of a sitting takes"));
        page.fill("#text", "X-ray of all cans, report 12");
        page.fill("#signer", "audra");
        page.fill("#password", SoupWorld.PASSWORD);
        page.click("text=Sign and lift");
        page.waitForSelector("main .alert.stop");
        assertTrue(page.textContent("main").contains("signer_other"));
        page.navigate("/holds/H-8");
        lift();
        page.navigate("/holds/H-7");
        assertFalse(page.locator("#signer").isVisible());
        assertTrue(page.textContent("[data-sitting]")
                .matches("(?si).*sitting of quinn.* until .*\\d\\d:\\d\\d.*"));

        Page other = chromium.signedIn("quinn", SoupWorld.PASSWORD);
        other.navigate("/holds/H-7");
        assertTrue(other.locator("#signer").isVisible());

        lift();
        assertEquals(List.of(), holds());
        page.navigate("/events/" + soup.carrots.first().birth());
        assertFalse(page.locator("#signer").isVisible());
        page.click("text=Sign out");
        page.waitForSelector("#code");
        Chromium.fillIn(page, "quinn", SoupWorld.PASSWORD);
        page.navigate("/events/" + soup.carrots.first().birth());
        assertTrue(page.locator("#signer").isVisible());
    }

    private void lift() {
        page.fill("#text", "X-ray of all cans, report 12");
        code();
        page.fill("#password", SoupWorld.PASSWORD);
        page.click("text=Sign and lift");
        page.waitForSelector("#said:not(:empty)");
    }

    @Test
    void a_receipt_is_corrected_by_amount_after_its_impact_was_shown() {
        page.navigate("/lots/CARROT/C-7741");
        page.click(".past-event:last-child .past-foot a");
        page.waitForURL("**/events/**");
        assertTrue(page.textContent("h1").contains("Received on R-118"));
        assertEquals("4", page.textContent(".board .tile:nth-child(1) .figure"));
        assertEquals("2", page.textContent(".board .tile:nth-child(4) .figure"));
        page.fill("#amount-0", "1180");
        page.fill("#text", "weighed again, slip 4");
        code();
        page.fill("#password", SoupWorld.PASSWORD);
        page.click("text=Sign and correct");
        page.waitForSelector("#said:not(:empty)");
        page.navigate("/lots/CARROT/C-7741");
        assertTrue(page.textContent("main .big").contains("1,180 kg"));
        assertEquals(1, page.locator(".past-event.superseded").count());
    }

    @Test
    void a_correction_that_makes_no_sense_is_refused_and_records_nothing() {
        String receipt = "/events/" + soup.carrots.first().birth();
        long before = entries();
        for (String amount : List.of("lots", "1,180", "-5", "0", "", "1.0000000001")) {
            correct(receipt, "amounts", amount, "weighed again");
            assertTrue(page.textContent("main").contains("Nothing was recorded."), amount);
        }
        correct(receipt, "void", "1200", "never came");
        assertTrue(page.textContent("main").contains("void_has_dependents"));
        correct(receipt, "void", "1200", " ");
        assertTrue(page.textContent("main").contains("reason_missing"));
        assertEquals("1200", stated(receipt));
        // Each refusal by the ledger, and each sign-in and signature, leaves an audit entry alone.
        assertTrue(entries() - before <= 16);
    }

    /** The first signature of a sitting takes the code too. */
    private void code() {
        if (page.locator("#signer").isVisible()) page.fill("#signer", "quinn");
    }

    private String stated(String receipt) {
        page.navigate(receipt);
        return page.inputValue("#amount-0");
    }

    private void correct(String entry, String change, String amount, String text) {
        page.navigate(entry);
        page.check("input[name=change][value=" + change + "]");
        page.fill("#amount-0", amount);
        page.fill("#text", text);
        code();
        page.fill("#password", SoupWorld.PASSWORD);
        page.click("text=Sign and correct");
        page.waitForSelector("main .alert.stop");
    }

    @Test
    void who_was_signed_out_in_mid_form_goes_on_where_he_was() {
        page.navigate("/holds/new?lot=C-7741");
        page.fill("#hold", "H-9");
        page.fill("#text", "a long story that nobody types twice");
        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                        .setName("stemma"));
        page.click("main form button[type=submit]");
        page.waitForSelector("#password");
        Chromium.fillIn(page, "quinn", SoupWorld.PASSWORD);
        page.waitForURL("**/holds/new?lot=C-7741");
        assertEquals("a long story that nobody types twice", page.inputValue("#text"));
        assertTrue(page.textContent("#said").contains("Nothing was recorded yet."));
        page.click("main form button[type=submit]");
        page.waitForURL("**/holds/H-9");
    }

    @Test
    void an_auditor_sees_everything_and_changes_nothing() {
        Page audra = chromium.signedIn("audra", SoupWorld.PASSWORD);
        audra.navigate("/lots/CARROT/C-7741");
        assertFalse(audra.textContent("main").contains("Hold it"));
        audra.navigate("/events/" + soup.carrots.first().birth());
        assertTrue(audra.textContent("main").contains("What rests on it"));
        assertFalse(audra.textContent("main").contains("Correct it"));
        assertEquals(403, audra.navigate("/holds/new?lot=C-7741").status());
    }

    @Test
    void a_file_says_what_was_asked_by_whom_how_sealed_and_how_complete() {
        soup.world.sealer().seal();
        String board = file("/board.csv?lot=C-7741");
        assertTrue(board.contains("About,C-7741,lot=C-7741"), board);
        assertTrue(board.contains("Asked by,Quinn Example,quinn"), board);
        assertTrue(board.contains("Asked at,"), board);
        assertTrue(board.contains("Sealed size," + soup.world.journal().sealed().size()), board);
        assertTrue(board.contains("Completeness,\"Complete. From 1 lot: 4 lots"), board);
        assertTrue(
                board.contains(
                        "Finished goods,SOUP,Carrot soup 400 g,2,ea,1180,504,0,64,600,0,12,0,yes"),
                board);
        String rows = file("/board/rows.csv?lot=C-7741&show=at_customers");
        assertTrue(rows.contains("Metro Foods"), rows);
        String trace = file("/trace.csv?lot=C-7741&direction=forward&knownAt=2026-05-04T10:00");
        assertTrue(trace.contains("As known at,\"4 May 2026, 10:00 CEST\""), trace);
        assertTrue(trace.lines().anyMatch(line -> line.contains("S-1")), trace);
    }

    private String file(String path) {
        var answer = page.request().get(path);
        assertEquals(200, answer.status(), path);
        String type = answer.headers().get("content-disposition");
        assertTrue(type.startsWith("attachment; filename=\"C-7741-"), type);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
