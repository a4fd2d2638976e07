package stemma.shipping.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;

/** Who may see the documents of shipping, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ShippingWeb {
    @Bean
    Navigation shippingNavigation() {
        return Navigation.of(
                new NavigationEntry("Shipments", "/shipments", Permission.SEE_RECORD, 260));
    }

    @Bean
    Routes shippingRoutes() {
        return Routes.of(
                Route.get("/shipments", Permission.SEE_RECORD),
                Route.get("/shipments/{code}", Permission.SEE_RECORD),
                Route.post("/shipments/note", Permission.PRINT),
                Route.get("/sales-orders", Permission.SEE_RECORD),
                Route.get("/sales-orders/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/shipments", Permission.SEE_RECORD),
                Route.get("/api/v1/shipments/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/progress/sales-orders", Permission.SEE_RECORD));
    }
}
