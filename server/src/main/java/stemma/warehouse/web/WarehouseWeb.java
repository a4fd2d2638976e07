package stemma.warehouse.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see and do what in the warehouse, and where it stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class WarehouseWeb {
    @Bean
    Navigation warehouseNavigation() {
        return Navigation.of(
                new NavigationEntry("Warehouse", "/warehouse", Permission.SEE_RECORD, 220),
                new NavigationEntry("Move", "/move", Permission.MOVE, 221),
                new NavigationEntry("Counts", "/counts", Permission.SEE_RECORD, 222));
    }

    @Bean
    Routes warehouseRoutes() {
        return Routes.of(
                Route.get("/warehouse", Permission.SEE_RECORD),
                Route.get("/warehouse/stock", Permission.SEE_RECORD),
                Route.get("/warehouse/stock.csv", Permission.SEE_RECORD),
                Route.get("/move", Permission.MOVE),
                Route.post("/move", Permission.MOVE),
                Route.get("/warehouse/acts/{act}", Permission.MOVE),
                Route.post("/warehouse/acts/{act}", Permission.MOVE),
                Route.get("/counts", Permission.SEE_RECORD),
                Route.post("/counts", Permission.MOVE),
                Route.get("/counts/{code}", Permission.SEE_RECORD),
                Route.post("/counts/{code}/rest", Permission.MOVE),
                Route.post("/counts/{code}/lines", Permission.MOVE),
                Route.post("/counts/{code}/posting", Permission.MOVE),
                Route.post("/counts/{code}/dropping", Permission.MOVE),
                Route.get("/api/v1/counts", Permission.SEE_RECORD),
                Route.post("/api/v1/counts", Permission.MOVE),
                Route.get("/api/v1/counts/{code}", Permission.SEE_RECORD),
                Route.post("/api/v1/counts/{code}/lines", Permission.MOVE),
                Route.post("/api/v1/counts/{code}/posting", Permission.MOVE),
                Route.post("/api/v1/counts/{code}/dropping", Permission.MOVE),
                Route.get("/api/v1/stock", Permission.SEE_RECORD));
    }
}
