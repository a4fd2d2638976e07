package stemma.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

class WordsTest {
    private static final SiteTime OSLO = new SiteTime(ZoneId.of("Europe/Oslo"));

    @Test
    void thousands_are_grouped_and_nothing_is_rounded() {
        assertEquals("0", Figure.grouped(0));
        assertEquals("999", Figure.grouped(999));
        assertEquals("11,640", Figure.grouped(11640));
        assertEquals("-1,234,567.8900", Figure.grouped("-1234567.8900"));
        assertEquals("-123", Figure.grouped("-123"));
        assertEquals("about 1000", Figure.grouped("about 1000"));
    }

    @Test
    void a_moment_is_told_in_site_time_and_in_utc() {
        Instant late = Instant.parse("2026-11-22T23:30:00Z");
        assertEquals("23 Nov 2026, 00:30", OSLO.wall(late));
        assertEquals("22 Nov 23:30 UTC", OSLO.utc(late));
        assertEquals("08:41 UTC", OSLO.utc(Instant.parse("2026-11-23T08:41:00Z")));
        assertEquals("2026-11-22T23:30:00.000Z", OSLO.iso(late));
        assertFalse(OSLO.isUtc(late));
        assertTrue(new SiteTime(ZoneId.of("UTC")).isUtc(late));
        assertFalse(new SiteTime(ZoneId.of("Europe/London")).isUtc(late));
    }

    @Test
    void initials_are_two_letters_of_any_script() {
        assertEquals("RM", viewer("Rosa Maria Quist").initials());
        assertEquals("Ø", viewer(" Øya ").initials());
        assertEquals("𝒜B", viewer("𝒜da Bell").initials());
        assertEquals("", Viewer.NOBODY.initials());
    }

    @Test
    void a_problem_says_its_code_what_was_not_recorded_and_what_to_do() {
        Problem problem = Problem.of("lot_is_held", 409, "Lot F-101 is held.")
                .advising("Ask quality.")
                .with("lot", "F-101");
        var body = problem.body("R-2345-6789");

        assertEquals("urn:stemma:problem:lot_is_held", body.get("type"));
        assertEquals("Refused", body.get("title"));
        assertEquals("Nothing was recorded.", body.get("notRecorded"));
        assertEquals("F-101", body.get("lot"));
        assertEquals("R-2345-6789", body.get("reference"));
    }

    @Test
    void a_detail_never_displaces_a_member_of_the_standard() {
        assertEquals(
                409, Problem.of("x", 409, "X.").with("status", "200").body("R").get("status"));
    }

    @Test
    void every_state_has_a_word_of_its_own_and_an_icon_that_exists() throws IOException {
        String icons;
        try (var file = Badge.class.getResourceAsStream("/static/shell/icons.svg")) {
            assertNotEquals(null, file);
            icons = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Set<String> words = new HashSet<>();
        for (Badge badge : Badge.values()) {
            assertTrue(words.add(badge.word()), badge.word());
            assertTrue(icons.contains("id=\"" + badge.icon() + "\""), badge.icon());
        }
    }

    @Test
    void a_page_is_current_below_its_entry_but_not_beside_it() {
        Right right = () -> "SEE";
        NavigationEntry lots = new NavigationEntry("Lots", "/lots", right, 110);
        assertTrue(frame("/lots/one").isCurrent(lots));
        assertFalse(frame("/lots-of-people").isCurrent(lots));
        assertFalse(frame("/lots").isCurrent(new NavigationEntry("Start", "/", right, 100)));
    }

    private static Frame frame(String path) {
        return new Frame(
                Viewer.NOBODY,
                java.util.List.of(),
                path,
                "",
                Instant.EPOCH,
                OSLO,
                "",
                "",
                SittingEnd.NONE,
                x -> x);
    }

    private static Viewer viewer(String name) {
        return new Viewer("", name, "", Set.of());
    }
}
