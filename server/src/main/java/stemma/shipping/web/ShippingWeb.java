package stemma.shipping.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.catalog.Catalog;
import stemma.lots.Lots;
import stemma.printing.Printing;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;
import stemma.shell.SiteTime;
import stemma.shipping.DeliveryNotes;
import stemma.shipping.LotPapers;
import stemma.shipping.ShipmentPapers;
import stemma.shipping.SignedSince;

import java.time.ZoneId;

/** Who may see the documents of shipping, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ShippingWeb {
    @Bean
    Navigation shippingNavigation() {
        return Navigation.of(
                new NavigationEntry("Shipping", "/shipping", Permission.SEE_RECORD, 255),
                new NavigationEntry("Pick and ship", "/ship", Permission.SHIP, 257),
                new NavigationEntry("Shipments", "/shipments", Permission.SEE_RECORD, 260));
    }

    @Bean
    ShipmentPapers shipmentPapers(
            Catalog catalog,
            Lots lots,
            LotPapers papers,
            SignedSince since,
            Printing printing,
            ZoneId zone) {
        return new ShipmentPapers(
                new DeliveryNotes(catalog, lots, papers),
                papers,
                since,
                printing,
                new SiteTime(zone));
    }

    @Bean
    Routes shippingRoutes() {
        return Routes.of(
                Route.get("/shipments", Permission.SEE_RECORD),
                Route.get("/shipments/{code}", Permission.SEE_RECORD),
                Route.post("/shipments/note", Permission.PRINT),
                Route.post("/sales-orders/pick-list", Permission.PRINT),
                Route.get("/shipping", Permission.SEE_RECORD),
                Route.get("/shipping.csv", Permission.SEE_RECORD),
                Route.get("/allocation", Permission.SHIP),
                Route.post("/allocation", Permission.SHIP),
                Route.post("/allocation/release", Permission.SHIP),
                Route.get("/ship", Permission.SHIP),
                Route.get("/ship/order", Permission.SHIP),
                Route.post("/ship/scan", Permission.SHIP),
                Route.post("/ship/put-back", Permission.SHIP),
                Route.post("/ship/pack", Permission.SHIP),
                Route.post("/ship/leave", Permission.SHIP),
                Route.get("/shipments/arrival", Permission.SHIP),
                Route.post("/shipments/arrival", Permission.SHIP),
                Route.get("/returns/new", Permission.SHIP),
                Route.post("/returns", Permission.SHIP),
                Route.get("/drop-shipments/new", Permission.SHIP),
                Route.post("/drop-shipments", Permission.SHIP),
                Route.get("/sales-orders", Permission.SEE_RECORD),
                Route.get("/sales-orders/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/sales-orders/{code}/proposal", Permission.SEE_RECORD),
                Route.post("/api/v1/sales-orders/{code}/reservations", Permission.SHIP),
                Route.post("/api/v1/sales-orders/{code}/reservations/release", Permission.SHIP),
                Route.post("/api/v1/sales-orders/{code}/picks", Permission.SHIP),
                Route.post("/api/v1/sales-orders/{code}/picks/return", Permission.SHIP),
                Route.get("/api/v1/shipments", Permission.SEE_RECORD),
                Route.get("/api/v1/shipments/{code}", Permission.SEE_RECORD),
                Route.get("/api/v1/progress/sales-orders", Permission.SEE_RECORD));
    }
}
