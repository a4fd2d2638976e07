package stemma.labelling.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see and print labels, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class LabellingWeb {
    @Bean
    Navigation labellingNavigation() {
        return Navigation.of(new NavigationEntry("Labels", "/labels", Permission.PRINT, 290));
    }

    @Bean
    Routes labellingRoutes() {
        return Routes.of(
                Route.get("/labels", Permission.SEE_RECORD),
                Route.post("/ssccs", Permission.MOVE),
                Route.post("/api/v1/ssccs", Permission.MOVE),
                Route.post("/labels", Permission.PRINT),
                Route.post("/api/v1/labels", Permission.PRINT),
                Route.get("/api/v1/labels/{id}", Permission.SEE_RECORD));
    }
}
