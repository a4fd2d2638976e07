package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Admission;
import stemma.access.Role;
import stemma.access.Route;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every role at every route that the server has, and who has not signed in: the route's rule says
 * who may, the server's answer is compared with it, and nothing that is sent makes it fault.
 */
class RolesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    /** It ends the session that asks; a test of its own holds it. */
    private static final String OUT = "/sign-out";

    private static ApiPlant plant;
    private static PageWorld world;
    private static final Map<Role, ApiClient> PEOPLE = new TreeMap<>();

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        world = PageWorld.of(plant);
        for (Role role : Role.values()) {
            ApiClient browser = plant.stranger();
            browser.signIn(PageWorld.person(role), ApiPlant.PASSWORD);
            PEOPLE.put(role, browser);
        }
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static List<Route> routes() {
        List<Route> routes = plant.web.routes().stream()
                .filter(route -> !route.pattern().endsWith("/**"))
                .filter(route -> !route.pattern().equals(OUT))
                .toList();
        assertThat(routes).hasSizeGreaterThan(150);
        return routes;
    }

    /** Returns an address of the route: one that shows something where the pages have one. */
    private static String address(Route route) {
        var known = world.addresses().get(route.pattern());
        if (known != null && route.verb().equals("GET")) return known.getFirst().path();
        Matcher variable = VARIABLE.matcher(route.pattern());
        return variable.replaceAll(
                found -> found.group().equals("{masters}") ? "items" : "NOWHERE-1");
    }

    private static int ask(ApiClient client, Route route) {
        return client.send(route.verb(), address(route), BodyPublishers.ofString("{}"))
                .status();
    }

    private static boolean may(Role role, Route route) {
        return switch (route.admission()) {
            case Admission.Anyone _, Admission.SignedIn _ -> true;
            case Admission.Insider _ -> role != Role.VISITING_AUDITOR;
            case Admission.Holder(var permission) -> role.permissions().contains(permission);
        };
    }

    @Test
    void no_role_gets_where_its_permissions_do_not_reach_and_none_makes_a_fault() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            PEOPLE.forEach((role, browser) -> {
                int status = ask(browser, route);
                boolean isDenied = status == 403;
                if (status >= 500 || isDenied == may(role, route))
                    faults.add(role + " " + route.verb() + " " + address(route) + ": " + status);
            });
        }
        assertThat(faults).isEmpty();
    }

    private static final List<String> TOLD_TO_PROGRAMS = List.of(
            "find?q=F-101",
            "lots?number=F-101",
            "lots?item=flour",
            "lots/card?lot=F-101",
            "board?lot=F-101",
            "receipts",
            "receipts/R-F-101",
            "shipments",
            "shipments/SH-1",
            "runs",
            "runs/WO-1",
            "stock",
            "holds",
            "holds/H-1",
            "gaps",
            "counts",
            "counts/C-1",
            "vessels/TANK-1",
            "progress/purchase-orders?code=PO-1",
            "progress/sales-orders?code=SO-1",
            "progress/work-orders?code=WO-1");

    /** What stands at MAIN, as whole words. */
    private static final Pattern OF_MAIN =
            Pattern.compile("(?<![\\w-])(F-10[12]|B-1|R-F-101|SH-1|TOTE-1|PALLET-1)(?![\\w-])");

    @Test
    void who_has_rights_at_another_site_is_shown_nothing_of_this_one() {
        plant.site("YORK", "DOCK");
        Map<Role, ApiClient> away = new TreeMap<>();
        for (Role role : Role.values())
            away.put(role, plant.personAt("YORK", "york-" + PageWorld.person(role), role));
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (Route route : routes()) {
            var spots = world.addresses().get(route.pattern());
            if (spots == null || !route.verb().equals("GET")) continue;
            for (PageWorld.Spot spot : spots) {
                for (Role role : Role.values()) {
                    if (!may(role, route)) continue;
                    asked++;
                    shown(away.get(role), spot.path())
                            .forEach(what ->
                                    faults.add(role + " " + spot.path() + " tells " + what));
                }
            }
        }
        for (String path : TOLD_TO_PROGRAMS)
            shown(away.get(Role.INTEGRATOR), "/api/v1/" + path)
                    .forEach(what -> faults.add(path + " tells " + what));
        assertThat(asked).isGreaterThan(300);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_visiting_auditor_is_shown_nothing_beyond_the_seat_and_most_doors_are_shut() {
        plant.site("HULL", "DOCK");
        Map<String, ApiClient> visitors = new TreeMap<>(Map.of(
                "of another site", plant.visitor("of-hull", Seats.of("*"), "HULL"),
                "of another item", plant.visitor("of-salt", Seats.of("salt, rye*")),
                "of another time", plant.visitor("of-old", Seats.before("*"))));
        ApiClient whole = plant.visitor("of-all", Seats.of("*"));
        List<String> faults = new ArrayList<>();
        int shut = 0;
        for (Route route : routes()) {
            // Its examples are the same at every server.
            if (route.pattern().equals("/api/v1/openapi.json")) continue;
            var spots = world.addresses().get(route.pattern());
            List<String> paths = spots == null || !route.verb().equals("GET")
                    ? List.of(address(route))
                    : spots.stream().map(PageWorld.Spot::path).toList();
            for (String path : paths) {
                if (!may(Role.VISITING_AUDITOR, route)) {
                    shut++;
                    if (ask(whole, route) != 403) faults.add(path + " is open");
                } else if (route.verb().equals("GET")) {
                    visitors.forEach((who, browser) -> shown(browser, path)
                            .forEach(what -> faults.add(who + " " + path + " tells " + what)));
                }
            }
        }
        assertThat(shut).isGreaterThan(200);
        assertThat(faults).isEmpty();
        assertThat(shown(whole, "/seat/entries.csv")).contains("F-101", "B-1", "SH-1");
        for (String path : List.of("seat/entries", "seat/lots?item=flour", "seat/entries.csv"))
            visitors.forEach((who, browser) -> assertThat(
                            shown(browser, path.endsWith("csv") ? "/" + path : "/api/v1/" + path))
                    .as(who + path)
                    .isEmpty());
    }

    /** Returns what the page tells of the other site, besides the words of the address itself. */
    private static TreeSet<String> shown(ApiClient client, String path) {
        var reply = client.get(path);
        assertThat(reply.status()).as(path).isLessThan(500);
        TreeSet<String> told = new TreeSet<>();
        Matcher matcher = OF_MAIN.matcher(reply.body());
        while (matcher.find()) told.add(matcher.group(1));
        boolean repeats = path.startsWith("/certificates/new?")
                || path.startsWith("/cases?")
                || path.contains("/find?");
        if (reply.status() >= 400 || repeats) told.removeIf(path::contains);
        return told;
    }

    @Test
    void who_has_not_signed_in_is_asked_to_everywhere_but_at_the_door() {
        List<String> faults = new ArrayList<>();
        TreeSet<String> open = new TreeSet<>();
        for (Route route : routes()) {
            if (route.admission() instanceof Admission.Anyone) {
                open.add(route.verb() + " " + route.pattern());
                continue;
            }
            var reply = plant.stranger()
                    .send(route.verb(), address(route), BodyPublishers.ofString("{}"));
            boolean isLed = reply.status() / 100 == 3
                    && reply.raw().headers().firstValue("Location").orElse("").contains("/sign-in");
            if (!isLed && reply.status() != 401 && reply.status() != 403)
                faults.add(route.verb() + " " + address(route) + ": " + reply.status());
        }
        assertThat(faults).isEmpty();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /api/v1/openapi.json",
                        "GET /integrity",
                        "GET /invitation",
                        "GET /live",
                        "GET /ready",
                        "GET /sign-in",
                        "GET /welcome",
                        "POST /invitation",
                        "POST /sign-in",
                        "POST /welcome");
    }
}
