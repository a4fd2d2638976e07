package stemma.nonconformance.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see and do what about cases, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseWeb {
    @Bean
    Navigation caseNavigation() {
        return Navigation.of(new NavigationEntry("Cases", "/cases", Permission.SEE_RECORD, 330));
    }

    @Bean
    Routes caseRoutes() {
        return Routes.of(
                Route.get("/cases", Permission.SEE_RECORD),
                Route.get("/cases/file", Permission.SEE_RECORD),
                Route.get("/cases/figures", Permission.SEE_RECORD),
                Route.get("/cases/around", Permission.SEE_RECORD),
                Route.get("/cases/new", Permission.REPORT_FACT),
                Route.post("/cases", Permission.REPORT_FACT),
                Route.get("/cases/{number}", Permission.SEE_RECORD),
                Route.post("/cases/{number}/entries", Permission.REPORT_FACT),
                Route.get("/api/v1/cases", Permission.SEE_RECORD),
                Route.post("/api/v1/cases", Permission.REPORT_FACT),
                Route.get("/api/v1/cases/{number}", Permission.SEE_RECORD),
                Route.post("/api/v1/cases/{number}/entries", Permission.REPORT_FACT));
    }
}
