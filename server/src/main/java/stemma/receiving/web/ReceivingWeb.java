package stemma.receiving.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.catalog.Catalog;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

import java.time.InstantSource;
import java.time.ZoneId;

/** Who may see the documents of receiving, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReceivingWeb {
    @Bean
    Navigation receivingNavigation() {
        return Navigation.of(
                new NavigationEntry("Receiving", "/receiving", Permission.SEE_RECORD, 205),
                new NavigationEntry("Receipts", "/receipts", Permission.SEE_RECORD, 210));
    }

    @Bean
    Routes receivingRoutes() {
        return Routes.of(
                Route.get("/receiving", Permission.SEE_RECORD),
                Route.get("/receiving/file", Permission.SEE_RECORD),
                Route.get("/receive", Permission.RECEIVE),
                Route.post("/receive", Permission.RECEIVE),
                Route.post("/receive/rows", Permission.RECEIVE),
                Route.get("/opening", Permission.RECEIVE),
                Route.post("/opening", Permission.RECEIVE),
                Route.post("/opening/rows", Permission.RECEIVE),
                Route.get("/send-back", Permission.RECEIVE),
                Route.post("/send-back", Permission.RECEIVE),
                Route.get("/supplier-documents", Permission.SEE_RECORD),
                Route.get("/receipts", Permission.SEE_RECORD),
                Route.get("/receipts/{code}", Permission.SEE_RECORD),
                Route.get("/purchase-orders", Permission.SEE_RECORD),
                Route.get("/purchase-orders/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/receipts", Permission.SEE_RECORD),
                Route.get("/api/v1/receipts/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/progress/purchase-orders", Permission.SEE_RECORD));
    }

    @Bean
    Today receivingDay(Catalog catalog, InstantSource now, ZoneId zone) {
        return new Today(catalog, now, zone);
    }
}
