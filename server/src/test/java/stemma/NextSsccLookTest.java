package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.Sscc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The next SSCC is asked for on the page that packs, and packed into. */
@Tag("browser")
class NextSsccLookTest {
    @Test
    void a_pallet_gets_the_next_number_by_one_button_wide_and_narrow() {
        try (ApiPlant plant = ApiPlant.stocked();
                Chromium chromium = new Chromium(plant.web.port())) {
            ApiClient ivo = plant.program();
            for (String lot : List.of("F-1280", "F-320"))
                ivo.post("/api/v1/events", plant.receipt(plant.id(), lot, "500 kg"));
            assertThat(plant.caller("rosa", Role.RECEIVING)).isNotNull();
            Set<String> given = new HashSet<>();
            for (int width : new int[] {1280, 320}) {
                try (BrowserContext context = chromium.context(ColorScheme.LIGHT, width)) {
                    Page page = Chromium.signIn(context, "rosa", ApiPlant.PASSWORD);
                    page.navigate("/warehouse/acts/pack");
                    page.click("text=Next SSCC");
                    page.waitForSelector("#sscc-container [role=status]");
                    String number = page.inputValue("#container");
                    given.add(Sscc.of(number).digits());
                    Chromium.lookAt(page, "next-sscc-" + width);
                    page.locator("[name=what]").first().fill("F-" + width);
                    page.locator("[name=quantity]").first().fill("10");
                    page.evaluate("document.body.dataset.sent = 'yes'");
                    page.click("main form[data-scan-form] button[type=submit]");
                    page.waitForSelector("body:not([data-sent])");
                    assertThat(page.locator("a[href^='/labels?event=']").count())
                            .as(page.textContent("main"))
                            .isEqualTo(1);
                    assertThat(plant.world.stock().containers(List.of(new ContainerCode(number))))
                            .hasSize(1);
                }
            }
            assertThat(given).hasSize(2).allMatch(sscc -> sscc.startsWith("30614141"));
        }
    }
}
