package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every page that the product serves, as the person whose page it is: WCAG 2.2 A and AA wide and
 * narrow, light and dark, nothing that scrolls sideways, nothing that the browser complains of. The
 * pages are those of the routes: one that {@link PageWorld} has no address for fails here.
 */
@Tag("browser")
class EveryPageTest {
    private static final Set<String> FILES = Set.of(
            "/events/{id}/proof.txt",
            "/proven/handover-{size}.note",
            "/board.csv",
            "/board/rows.csv",
            "/certificates.csv",
            "/upkeep/file",
            "/dependents.csv",
            "/share.csv",
            "/share.xlsx",
            "/trace/difference.csv",
            "/trace/difference.xlsx",
            "/trace.csv",
            "/trace/serials.csv",
            "/trace.xlsx",
            "/trace.json",
            "/trace.svg",
            "/trace.pdf",
            "/shipping.csv",
            "/warehouse/stock.csv",
            "/cases/file",
            "/blocked-stock/file",
            "/retained-samples/file",
            "/retests/file",
            "/specifications/chart/file",
            "/inspections/file",
            "/receiving/file",
            "/masters/{masters}/file",
            "/files/{kind}/headings",
            "/files/{kind}/standing",
            "/supplier-documents",
            "/seat/entries.csv",
            "/trail.csv",
            "/trail.xlsx",
            "/trail.pdf");
    /** For who supervises the server, and the page of a server that has nobody yet. */
    private static final Set<String> APART = Set.of("/live", "/ready", "/integrity", "/welcome");

    private static ApiPlant plant;
    private static PageWorld world;
    private static Chromium chromium;
    private final Map<String, Page> windows = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        world = PageWorld.of(plant);
        chromium = new Chromium(plant.web.port());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    private static Set<String> served() {
        return plant.web.routes().stream()
                .filter(route -> route.verb().equals("GET"))
                .map(stemma.access.Route::pattern)
                .filter(pattern -> !pattern.startsWith("/api/") && !pattern.endsWith("/**"))
                .filter(pattern -> !FILES.contains(pattern) && !APART.contains(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_page_is_without_an_address_here() {
        assertThat(world.addresses().keySet()).containsAll(served());
        assertThat(served()).containsAll(world.addresses().keySet());
    }

    @Test
    void every_page_can_be_read_by_everybody_at_every_width() {
        List<String> faults = new ArrayList<>();
        world.addresses().forEach((pattern, spots) -> {
            for (PageWorld.Spot spot : spots) faults.addAll(faults(spot));
        });
        assertThat(faults).isEmpty();
    }

    private List<String> faults(PageWorld.Spot spot) {
        Page page = windows.computeIfAbsent(spot.person(), this::window);
        complaints.clear();
        page.setViewportSize(1280, 800);
        Chromium.light(page, ColorScheme.LIGHT);
        Response answer = page.navigate(spot.path());
        List<String> faults = new ArrayList<>(complaints);
        if (answer.status() != 200) faults.add("answers " + answer.status());
        faults.addAll(Chromium.violations(page));
        Chromium.light(page, ColorScheme.DARK);
        faults.addAll(Chromium.faintText(page));
        page.setViewportSize(320, 640);
        faults.addAll(Chromium.violations(page));
        Object over = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!Integer.valueOf(0).equals(over)) faults.add("scrolls sideways by " + over);
        return faults.stream()
                .map(fault -> spot.person() + " " + spot.path() + ": " + fault)
                .toList();
    }

    private Page window(String person) {
        BrowserContext context = chromium.context(ColorScheme.LIGHT, 1280);
        Page page = person.equals(PageWorld.NOBODY)
                ? context.newPage()
                : Chromium.signIn(context, person, ApiPlant.PASSWORD);
        page.onConsoleMessage(said -> {
            if (!said.type().equals("log")) complaints.add(said.type() + ": " + said.text());
        });
        page.onPageError(error -> complaints.add("script: " + error));
        return page;
    }
}
