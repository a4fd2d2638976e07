package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;

/** Somebody in gloves before a page: a scanner, a keyboard, no mouse. */
final class FloorHand {
    static final String SEPARATOR = "\u001D";
    private static final int MOST_TABS = 120;
    /** Slower than a scanner, so that nobody takes it for one. */
    private static final double BETWEEN_KEYS_MS = 70;

    private final Page page;

    FloorHand(Page page) {
        this.page = page;
    }

    /** Scans, by a scanner that sends F9 first, and waits for what came of it. */
    void scan(String text) {
        burst(text);
        page.waitForSelector("[data-scan-bar][data-waiting='0']");
    }

    private void burst(String text) {
        page.keyboard().press("F9");
        for (String part : text.splitWithDelimiters(SEPARATOR, 0)) {
            if (part.equals(SEPARATOR)) page.keyboard().press("Control+]");
            else if (!part.isEmpty()) page.keyboard().type(part);
        }
        page.keyboard().press("Enter");
    }

    /** Scans a command card that sends the form, and waits for the page that answers. */
    void send(String card) {
        page.evaluate("document.body.dataset.sent = 'yes'");
        burst(card);
        page.waitForSelector("body:not([data-sent])");
        page.waitForLoadState();
    }

    /** Goes to a link or button by the tabulator, presses it, and waits for what answers. */
    void follow(String target) {
        reach(target);
        page.evaluate("document.body.dataset.sent = 'yes'");
        page.keyboard().press("Enter");
        page.waitForSelector("body:not([data-sent])");
        page.waitForLoadState();
    }

    /** Goes to a field by the tabulator and types over what stands in it. */
    void write(String field, String text) {
        reach(field);
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(BETWEEN_KEYS_MS));
        page.waitForTimeout(BETWEEN_KEYS_MS);
    }

    /** Goes to a box by the tabulator and ticks it. */
    void tick(String box) {
        reach(box);
        page.keyboard().press("Space");
    }

    private void reach(String target) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            Object there = page.evaluate("what => document.activeElement?.matches(what)", target);
            if (Boolean.TRUE.equals(there)) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no keyboard reaches " + target + " on " + page.url());
    }

    /** Holds the last scan against the tone that it must have and the words that it must say. */
    void hears(String tone, String... words) {
        assertThat(page.getAttribute("[data-scan-bar]", "data-tone"))
                .as(page.textContent("[data-scan-bar]"))
                .isEqualTo(tone);
        assertThat(page.textContent("[data-scan-bar]")).contains(words);
    }
}
