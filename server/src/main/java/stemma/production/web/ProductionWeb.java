package stemma.production.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see the documents of production, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProductionWeb {
    @Bean
    Navigation productionNavigation() {
        return Navigation.of(new NavigationEntry("Runs", "/runs", Permission.SEE_RECORD, 240));
    }

    @Bean
    Routes productionRoutes() {
        return Routes.of(
                Route.get("/runs", Permission.SEE_RECORD),
                Route.get("/runs/{code}", Permission.SEE_RECORD),
                Route.get("/work-orders", Permission.SEE_RECORD),
                Route.get("/work-orders/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/runs", Permission.SEE_RECORD),
                Route.get("/api/v1/runs/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/progress/work-orders", Permission.SEE_RECORD));
    }
}
