package stemma.upkeep.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see and tell what of equipment, and where it stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class UpkeepWeb {
    @Bean
    Navigation upkeepNavigation() {
        return Navigation.of(new NavigationEntry("Upkeep", "/upkeep", Permission.SEE_RECORD, 325));
    }

    @Bean
    Routes upkeepRoutes() {
        return Routes.of(
                Route.get("/upkeep", Permission.SEE_RECORD),
                Route.get("/upkeep/file", Permission.SEE_RECORD),
                Route.get("/upkeep/resource", Permission.SEE_RECORD),
                Route.get("/upkeep/suspects", Permission.SEE_RECORD),
                Route.get("/upkeep/requirements", Permission.SEE_RECORD),
                Route.post("/upkeep/entries", Permission.INSPECT),
                Route.post("/upkeep/cleanings", Permission.PRODUCE),
                Route.post("/upkeep/requirements", Permission.MANAGE_MASTERS),
                Route.post("/upkeep/requirements/end", Permission.MANAGE_MASTERS),
                Route.get("/api/v1/upkeep", Permission.SEE_RECORD),
                Route.get("/api/v1/upkeep/log", Permission.SEE_RECORD),
                Route.get("/api/v1/upkeep/suspects", Permission.SEE_RECORD),
                Route.post("/api/v1/upkeep/entries", Permission.INSPECT),
                Route.get("/api/v1/upkeep/requirements", Permission.SEE_RECORD),
                Route.post("/api/v1/upkeep/requirements", Permission.MANAGE_MASTERS),
                Route.post("/api/v1/upkeep/requirements/end", Permission.MANAGE_MASTERS));
    }
}
