package stemma.quality.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see and do what in quality, and where it stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class QualityWeb {
    @Bean
    Navigation qualityNavigation() {
        return Navigation.of(
                new NavigationEntry("Inspections", "/inspections", Permission.SEE_RECORD, 300),
                new NavigationEntry("Blocked stock", "/blocked-stock", Permission.SEE_RECORD, 302),
                new NavigationEntry("Retests", "/retests", Permission.SEE_RECORD, 304),
                new NavigationEntry(
                        "Retained samples", "/retained-samples", Permission.SEE_RECORD, 303),
                new NavigationEntry(
                        "Specifications", "/specifications", Permission.SEE_RECORD, 301));
    }

    @Bean
    Routes qualityRoutes() {
        return Routes.of(
                Route.get("/inspections", Permission.SEE_RECORD),
                Route.get("/inspections/file", Permission.SEE_RECORD),
                Route.post("/inspections", Permission.INSPECT),
                Route.get("/inspections/{id}", Permission.SEE_RECORD),
                Route.post("/inspections/{id}/results", Permission.INSPECT),
                Route.post("/inspections/{id}/judgement", Permission.JUDGE),
                Route.get("/blocked-stock", Permission.SEE_RECORD),
                Route.get("/blocked-stock/file", Permission.SEE_RECORD),
                Route.get("/blocked-stock/disposition", Permission.JUDGE),
                Route.post("/blocked-stock/disposition", Permission.JUDGE),
                Route.get("/api/v1/blocked-stock", Permission.SEE_RECORD),
                Route.get("/retests", Permission.SEE_RECORD),
                Route.get("/retests/file", Permission.SEE_RECORD),
                Route.get("/api/v1/retests", Permission.SEE_RECORD),
                Route.get("/retained-samples", Permission.SEE_RECORD),
                Route.get("/retained-samples/file", Permission.SEE_RECORD),
                Route.get("/retained-samples/retention", Permission.JUDGE),
                Route.post("/retained-samples/retention", Permission.JUDGE),
                Route.get("/api/v1/retained-samples", Permission.SEE_RECORD),
                Route.post("/api/v1/retained-samples/retention", Permission.JUDGE),
                Route.get("/specifications", Permission.SEE_RECORD),
                Route.get("/specifications/one", Permission.SEE_RECORD),
                Route.get("/specifications/new", Permission.MANAGE_MASTERS),
                Route.post("/specifications", Permission.MANAGE_MASTERS),
                Route.post("/specifications/force", Permission.JUDGE),
                Route.post("/specifications/retirement", Permission.JUDGE),
                Route.get("/specifications/chart", Permission.SEE_RECORD),
                Route.get("/specifications/chart/file", Permission.SEE_RECORD),
                Route.get("/api/v1/specifications/chart", Permission.SEE_RECORD),
                Route.get("/api/v1/specifications", Permission.SEE_RECORD),
                Route.post("/api/v1/specifications", Permission.MANAGE_MASTERS),
                Route.post("/api/v1/specifications/force", Permission.JUDGE),
                Route.get("/api/v1/inspections", Permission.SEE_RECORD),
                Route.post("/api/v1/inspections", Permission.INSPECT),
                Route.get("/api/v1/inspections/{id}", Permission.SEE_RECORD),
                Route.post("/api/v1/inspections/{id}/results", Permission.INSPECT));
    }
}
