package stemma.trail.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see the trail, and where it stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class TrailWeb {
    @Bean
    Navigation trailNavigation() {
        return Navigation.of(
                new NavigationEntry("Audit trail", "/trail", Permission.SEE_AUDIT, 900),
                new NavigationEntry("Seat", "/seat", Permission.SEE_SEAT, 100),
                new NavigationEntry("Entries", "/seat/entries", Permission.SEE_SEAT, 110));
    }

    @Bean
    Routes trailRoutes() {
        return Routes.of(
                Route.get("/seat", Permission.SEE_SEAT),
                Route.get("/seat/lots", Permission.SEE_SEAT),
                Route.get("/seat/lots/{birth}/{units}", Permission.SEE_SEAT),
                Route.get("/seat/entries", Permission.SEE_SEAT),
                Route.get("/seat/entries/{id}", Permission.SEE_SEAT),
                Route.get("/seat/entries.csv", Permission.SEE_SEAT),
                Route.get("/api/v1/seat", Permission.SEE_SEAT),
                Route.get("/api/v1/seat/lots", Permission.SEE_SEAT),
                Route.get("/api/v1/seat/lots/{birth}/{units}", Permission.SEE_SEAT),
                Route.get("/api/v1/seat/entries", Permission.SEE_SEAT),
                Route.get("/api/v1/seat/entries/{id}", Permission.SEE_SEAT),
                Route.get("/trail", Permission.SEE_AUDIT),
                Route.get("/trail/entries/{id}", Permission.SEE_AUDIT),
                Route.get("/trail/loosened", Permission.SEE_AUDIT),
                Route.get("/api/v1/trail/loosened", Permission.SEE_AUDIT),
                Route.get("/trail/review", Permission.SEE_AUDIT),
                Route.post("/trail/review", Permission.SEE_AUDIT),
                Route.get("/trail.csv", Permission.SEE_AUDIT),
                Route.get("/trail.xlsx", Permission.SEE_AUDIT),
                Route.get("/trail.pdf", Permission.SEE_AUDIT));
    }
}
