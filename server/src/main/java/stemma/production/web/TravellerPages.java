package stemma.production.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.identifiers.OrderCode;
import stemma.lots.Lots;
import stemma.printing.Media;
import stemma.printing.Printing;
import stemma.printing.Printout;
import stemma.production.OrderCard;
import stemma.production.Planning;
import stemma.production.Travellers;
import stemma.production.WorkOrders;
import stemma.shell.SiteTime;

import java.time.ZoneId;

/** Prints the paper that goes with a work order through the plant. */
@Controller
class TravellerPages {
    private final WorkOrders orders;
    private final Planning planning;
    private final Travellers travellers;
    private final Printing printing;
    private final ZoneId zone;

    TravellerPages(
            WorkOrders orders,
            Planning planning,
            Catalog catalog,
            Lots lots,
            Printing printing,
            ZoneId zone) {
        this.orders = orders;
        this.planning = planning;
        this.travellers = new Travellers(catalog, lots);
        this.printing = printing;
        this.zone = zone;
    }

    @PostMapping("/work-orders/traveller")
    ResponseEntity<byte[]> traveller(
            Caller caller,
            @RequestParam String code,
            @RequestParam(defaultValue = "a4") String media) {
        OrderCard card = orders.card(new OrderCode(code));
        Printout printout = printing.print(
                caller,
                travellers.traveller(card, planning.next(card, planning.today(zone))),
                Media.of(media),
                new SiteTime(zone));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, printout.disposition())
                .contentType(MediaType.parseMediaType(printout.mediaType()))
                .body(printout.bytes());
    }
}
