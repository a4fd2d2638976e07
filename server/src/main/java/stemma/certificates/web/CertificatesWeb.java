package stemma.certificates.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see and do what with certificates, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CertificatesWeb {
    @Bean
    Navigation certificatesNavigation() {
        return Navigation.of(
                new NavigationEntry("Certificates", "/certificates", Permission.SEE_RECORD, 320));
    }

    @Bean
    Routes certificatesRoutes() {
        return Routes.of(
                Route.get("/certificates", Permission.SEE_RECORD),
                Route.get("/certificates.csv", Permission.SEE_RECORD),
                Route.get("/certificates/checks", Permission.SEE_RECORD),
                Route.get("/certificates/new", Permission.REPORT_FACT),
                Route.post("/certificates/new", Permission.REPORT_FACT),
                Route.post("/certificates/rows", Permission.REPORT_FACT),
                Route.get("/certificates/issued", Permission.SEE_RECORD),
                Route.get("/certificates/issued/new", Permission.SEE_RECORD),
                Route.post("/certificates/issued", Permission.JUDGE),
                Route.get("/certificates/issued/{id}", Permission.SEE_RECORD),
                Route.post("/certificates/issued/{id}/print", Permission.SEE_RECORD),
                Route.post("/certificates/issued/{id}/withdrawal", Permission.JUDGE),
                Route.get("/certificates/{id}", Permission.SEE_RECORD),
                Route.get("/certificates/{id}/edit", Permission.CORRECT),
                Route.post("/certificates/{id}/edit", Permission.CORRECT),
                Route.post("/certificates/{id}/verification", Permission.JUDGE),
                Route.get("/api/v1/certificates", Permission.SEE_RECORD),
                Route.post("/api/v1/certificates", Permission.REPORT_FACT),
                Route.get("/api/v1/certificates/{id}", Permission.SEE_RECORD),
                Route.put("/api/v1/certificates/{id}", Permission.CORRECT),
                Route.post("/api/v1/certificates/{id}/verifications", Permission.JUDGE),
                Route.get("/api/v1/certificate-checks", Permission.SEE_RECORD),
                Route.get("/api/v1/issued-certificates", Permission.SEE_RECORD),
                Route.get("/api/v1/issued-certificates/draft", Permission.SEE_RECORD),
                Route.post("/api/v1/issued-certificates", Permission.JUDGE),
                Route.get("/api/v1/issued-certificates/{id}", Permission.SEE_RECORD),
                Route.post("/api/v1/issued-certificates/{id}/prints", Permission.SEE_RECORD),
                Route.post("/api/v1/issued-certificates/{id}/withdrawal", Permission.JUDGE));
    }
}
