package stemma.scanning.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may ask what a scan means, and where its page stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ScanWeb {
    @Bean
    Navigation scanNavigation() {
        return Navigation.of(new NavigationEntry("Scan", "/scan", Permission.SEE_RECORD, 110));
    }

    @Bean
    Routes scanRoutes() {
        return Routes.of(
                Route.get("/scan", Permission.SEE_RECORD),
                Route.get("/api/v1/scans", Permission.SEE_RECORD),
                Route.post("/api/v1/scans/photo", Permission.SEE_RECORD));
    }
}
