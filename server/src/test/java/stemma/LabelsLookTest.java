package stemma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

/** The pages of labels as a person sees them, before the first print and after it. */
@Tag("browser")
class LabelsLookTest {
    @Test
    void labels_read_at_every_width() {
        try (ApiPlant plant = ApiPlant.stocked();
                Chromium chromium = new Chromium(plant.web.port())) {
            ApiClient ivo = plant.program();
            plant.caller("rosa", Role.RECEIVING);
            for (int width : new int[] {1280, 320}) {
                ColorScheme light = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
                String lot = "F-" + width;
                ivo.post("/api/v1/events", plant.receipt(plant.id(), lot, "5 kg"));
                try (BrowserContext context = chromium.context(light, width)) {
                    Page page = Chromium.signIn(context, "rosa", ApiPlant.PASSWORD);
                    Chromium.look(page, "/labels", "labels-" + width);
                    Chromium.look(page, "/labels?lot=" + lot, "labels-lot-" + width);
                    Chromium.look(page, "/labels?cards=commands", "labels-cards-" + width);
                    String asked = "{\"lot\":\"" + lot + "\",\"format\":\"zpl\"}";
                    assertEquals(201, ivo.post("/api/v1/labels", asked).status());
                    Chromium.look(page, "/labels?lot=" + lot, "labels-again-" + width);
                }
            }
        }
    }
}
