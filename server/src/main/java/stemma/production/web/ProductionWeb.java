package stemma.production.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.catalog.Catalog;
import stemma.lots.Lots;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;
import stemma.stock.Stock;

import java.security.SecureRandom;

/** Who may see the documents of production, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProductionWeb {
    @Bean
    Navigation productionNavigation() {
        return Navigation.of(
                new NavigationEntry("Production", "/production", Permission.PRODUCE, 238),
                new NavigationEntry("Runs", "/runs", Permission.SEE_RECORD, 240),
                new NavigationEntry("Vessels", "/vessels", Permission.SEE_RECORD, 242));
    }

    @Bean
    Taking taking(Lots lots, Stock stock) {
        return new Taking(lots, stock);
    }

    @Bean
    RunForm runForm(Catalog catalog) {
        return new RunForm(catalog);
    }

    @Bean
    Serials serials() {
        return new Serials(new SecureRandom());
    }

    @Bean
    Routes productionRoutes() {
        return Routes.of(
                Route.get("/runs", Permission.SEE_RECORD),
                Route.get("/runs/{code}", Permission.SEE_RECORD),
                Route.get("/work-orders", Permission.SEE_RECORD),
                Route.get("/work-orders/{code}", Permission.SEE_RECORD),
                Route.post("/work-orders/traveller", Permission.PRINT),
                Route.get("/production", Permission.SEE_RECORD),
                Route.get("/production/consume", Permission.PRODUCE),
                Route.post("/production/consume", Permission.PRODUCE),
                Route.get("/production/yield", Permission.PRODUCE),
                Route.post("/production/yield", Permission.PRODUCE),
                Route.get("/production/backflush", Permission.PRODUCE),
                Route.post("/production/backflush", Permission.PRODUCE),
                Route.get("/production/units", Permission.PRODUCE),
                Route.post("/production/units", Permission.PRODUCE),
                Route.get("/production/unbuild", Permission.PRODUCE),
                Route.post("/production/unbuild", Permission.PRODUCE),
                Route.get("/production/exchange", Permission.PRODUCE),
                Route.post("/production/exchange", Permission.PRODUCE),
                Route.get("/production/step", Permission.PRODUCE),
                Route.post("/production/step", Permission.PRODUCE),
                Route.post("/production/close", Permission.PRODUCE),
                Route.post("/production/reopen", Permission.PRODUCE),
                Route.get("/vessels", Permission.SEE_RECORD),
                Route.get("/vessels/{code}", Permission.SEE_RECORD),
                Route.post("/vessels/fill", Permission.PRODUCE),
                Route.post("/vessels/draw", Permission.PRODUCE),
                Route.post("/vessels/empty", Permission.PRODUCE),
                Route.post("/vessels/clean", Permission.PRODUCE),
                Route.post("/api/v1/work-orders/{code}/steps", Permission.PRODUCE),
                Route.post("/api/v1/work-orders/{code}/closing", Permission.PRODUCE),
                Route.post("/api/v1/work-orders/{code}/reopening", Permission.PRODUCE),
                Route.get("/api/v1/vessels", Permission.SEE_RECORD),
                Route.get("/api/v1/vessels/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/runs", Permission.SEE_RECORD),
                Route.get("/api/v1/runs/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/progress/work-orders", Permission.SEE_RECORD));
    }
}
