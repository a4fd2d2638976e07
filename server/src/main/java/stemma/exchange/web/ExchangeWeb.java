package stemma.exchange.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.exchange.DocumentFiles;
import stemma.exchange.Loadings;
import stemma.identifiers.EventIds;
import stemma.intake.Intake;
import stemma.journal.MalformedJson;
import stemma.ledger.MalformedEvent;
import stemma.shell.Explains;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;
import stemma.shell.Problem;

import java.util.Optional;

/** Who may use the door for programs, and how its refusals are told. */
@Configuration(proxyBeanMethods = false)
class ExchangeWeb {

    @Bean
    Navigation exchangeNavigation() {
        return Navigation.of(new NavigationEntry("Files", "/files", Permission.SEE_RECORD, 295));
    }

    @Bean
    Loadings loadings(DocumentFiles files, EventIds ids) {
        return new Loadings(files, ids);
    }

    /** The kind of event decides who may append it, so the routes ask only for somebody known. */
    @Bean
    Routes exchangeRoutes() {
        return Routes.of(
                Route.anyone("GET", "/api/v1/openapi.json"),
                Route.insider("POST", "/api/v1/events"),
                Route.insider("POST", "/api/v1/events/preview"),
                Route.get("/api/v1/events/{id}", Permission.SEE_RECORD),
                Route.get("/files", Permission.SEE_RECORD),
                Route.get("/files/{kind}", Permission.SEE_RECORD),
                Route.get("/files/{kind}/standing", Permission.SEE_RECORD),
                Route.get("/api/v1/files/{kind}", Permission.SEE_RECORD),
                Route.get("/files/{kind}/headings", Permission.SEE_RECORD),
                Route.get("/files/loadings/{id}", Permission.SEE_RECORD),
                Route.insider("POST", "/files/{kind}"),
                Route.insider("POST", "/api/v1/files/{kind}"),
                Route.post("/api/v1/events/{id}/correction", Permission.CORRECT),
                Route.post("/api/v1/receipts", Permission.RECEIVE),
                Route.post("/api/v1/runs/{id}/consumptions", Permission.PRODUCE),
                Route.post("/api/v1/runs/{id}/yields", Permission.PRODUCE),
                Route.post("/api/v1/shipments", Permission.SHIP),
                Route.post("/api/v1/shipments/{code}/deliveries", Permission.SHIP),
                Route.post("/api/v1/returns", Permission.SHIP),
                Route.post("/api/v1/movements", Permission.MOVE),
                Route.post("/api/v1/judgements", Permission.JUDGE),
                Route.post("/api/v1/holds", Permission.HOLD),
                Route.post("/api/v1/lots/{birth}/{units}/holds", Permission.HOLD),
                Route.post("/api/v1/holds/{code}/release", Permission.LIFT_HOLD));
    }

    @Bean
    Explains malformedEvents() {
        return failure -> switch (failure) {
            case MalformedEvent bad -> Optional.of(Intake.problem(bad));
            case MalformedJson bad ->
                Optional.of(Problem.of(
                                bad.code(),
                                bad.code().equals("json_too_large") ? 413 : 400,
                                String.valueOf(bad.getMessage()))
                        .with("line", Integer.toString(bad.line()))
                        .with("column", Integer.toString(bad.column())));
            default -> Optional.empty();
        };
    }
}
