package stemma.shipping.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.lots.Lots;
import stemma.printing.Media;
import stemma.printing.Printing;
import stemma.printing.Printout;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;
import stemma.shipping.Consignment;
import stemma.shipping.DeliveryNotes;
import stemma.shipping.LotPapers;
import stemma.shipping.Shipping;

import java.time.ZoneId;

/** Prints the delivery note of a shipment to one consignee. */
@Controller
class DeliveryNotePages {
    private final Shipping shipping;
    private final DeliveryNotes notes;
    private final Printing printing;
    private final SiteTime time;

    DeliveryNotePages(
            Shipping shipping,
            Catalog catalog,
            Lots lots,
            LotPapers papers,
            Printing printing,
            ZoneId zone) {
        this.shipping = shipping;
        this.notes = new DeliveryNotes(catalog, lots, papers);
        this.printing = printing;
        this.time = new SiteTime(zone);
    }

    @PostMapping("/shipments/note")
    ResponseEntity<byte[]> note(
            Caller caller,
            @RequestParam String code,
            @RequestParam String consignee,
            @RequestParam(defaultValue = "a4") String media) {
        Consignment shipment = shipping.shipment(code).stream()
                .filter(one -> one.kind() == Consignment.Kind.SHIPMENT && !one.isVoid())
                .filter(one -> one.consignee().code().equals(consignee))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Problem.of("shipment_unknown", 404, "There is no shipment " + code + ".")
                                .notRecording("Nothing was printed.")));
        Printout printout =
                printing.print(caller, notes.note(shipment, time), Media.of(media), time);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, printout.disposition())
                .contentType(MediaType.parseMediaType(printout.mediaType()))
                .body(printout.bytes());
    }
}
