package stemma.shipping.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.identifiers.OrderCode;
import stemma.lots.Lots;
import stemma.printing.Media;
import stemma.printing.Printing;
import stemma.printing.Printout;
import stemma.shell.SiteTime;
import stemma.shipping.PickLists;
import stemma.shipping.Sales;

import java.time.ZoneId;

/** Prints what is to be fetched for an order. */
@Controller
class PickListPages {
    private final Sales sales;
    private final PickLists lists;
    private final Printing printing;
    private final SiteTime time;

    PickListPages(Sales sales, Lots lots, Printing printing, ZoneId zone) {
        this.sales = sales;
        this.lists = new PickLists(lots);
        this.printing = printing;
        this.time = new SiteTime(zone);
    }

    @PostMapping("/sales-orders/pick-list")
    ResponseEntity<byte[]> list(
            Caller caller,
            @RequestParam String code,
            @RequestParam(defaultValue = "a4") String media) {
        Printout printout = printing.print(
                caller, lists.list(sales.order(new OrderCode(code))), Media.of(media), time);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, printout.disposition())
                .contentType(MediaType.parseMediaType(printout.mediaType()))
                .body(printout.bytes());
    }
}
