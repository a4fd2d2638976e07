package stemma.receiving.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see the documents of receiving, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReceivingWeb {
    @Bean
    Navigation receivingNavigation() {
        return Navigation.of(
                new NavigationEntry("Receipts", "/receipts", Permission.SEE_RECORD, 210));
    }

    @Bean
    Routes receivingRoutes() {
        return Routes.of(
                Route.get("/receipts", Permission.SEE_RECORD),
                Route.get("/receipts/{code}", Permission.SEE_RECORD),
                Route.get("/purchase-orders", Permission.SEE_RECORD),
                Route.get("/purchase-orders/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/receipts", Permission.SEE_RECORD),
                Route.get("/api/v1/receipts/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/progress/purchase-orders", Permission.SEE_RECORD));
    }
}
