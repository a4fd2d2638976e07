package stemma.warehouse.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.Location;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Answer;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Stock;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;

import java.time.LocalDate;

/** The counts that are due, and the page on which one is counted by scan and posted. */
@Controller
class CountPages {
    private final Counts counts;
    private final Catalog catalog;
    private final Goods goods;

    CountPages(Counts counts, Catalog catalog, Lots lots, Stock stock) {
        this.counts = counts;
        this.catalog = catalog;
        this.goods = new Goods(catalog, lots, stock);
    }

    @GetMapping("/counts")
    String list(Model model) {
        model.addAttribute("counts", counts.all());
        return "warehouse/counts";
    }

    @PostMapping("/counts")
    String open(
            Caller caller,
            @RequestParam String code,
            @RequestParam String place,
            @RequestParam(defaultValue = "open") String sight,
            @RequestParam LocalDate due) {
        Place where = Place.of(goods.place(place, goods.onlySite().orElse(null)));
        SiteCode site = goods.site(where).or(goods::onlySite).orElseThrow(() -> unknown(place));
        boolean known = !(where instanceof Place.At(var at, var location))
                || catalog.find(Location.key(at, location)).isPresent();
        if (!known) throw unknown(place);
        caller.require(Permission.MOVE, site);
        DocumentCode count = new DocumentCode(code.strip());
        counts.open(
                caller.author(),
                count,
                site,
                where,
                sight.equals("blind") ? CountDocument.Sight.BLIND : CountDocument.Sight.OPEN,
                due);
        return "redirect:" + Address.of("/counts", count.code());
    }

    @GetMapping("/counts/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("card", counts.card(new DocumentCode(code)));
        return "warehouse/count";
    }

    @PostMapping("/counts/{code}/lines")
    String line(
            Caller caller,
            @PathVariable String code,
            @RequestParam String what,
            @RequestParam(name = "lot-id", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String weight,
            RedirectAttributes redirect) {
        DocumentCode count = new DocumentCode(code);
        caller.require(Permission.MOVE, counts.card(count).document().site());
        Goods.Found found = goods.lot(id, what.strip())
                .orElseThrow(() -> new Refused(Problem.of(
                                "lot_unknown", 404, "There is no one lot or unit " + what + ".")
                        .advising("Scan its label, or choose it among those that look like it.")));
        String amount = quantity.isBlank() && found.lot().isSerial()
                ? Integer.toString(found.portion().count())
                : quantity.strip();
        Quantity number = amount.matches("[\\d.,]+")
                ? Quantity.of(amount, found.lot().unit())
                : Quantity.of(amount);
        counts.count(
                caller.author(),
                count,
                found.portion(),
                number,
                weight.isBlank() ? null : Quantity.of(weight.strip()));
        redirect.addFlashAttribute("said", found.lot().number() + ": " + number + " counted.");
        return "redirect:" + Address.of("/counts", code);
    }

    @PostMapping("/counts/{code}/posting")
    String post(
            Caller caller,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String whole,
            RedirectAttributes redirect) {
        DocumentCode count = new DocumentCode(code);
        SiteCode site = counts.card(count).document().site();
        caller.require(Permission.MOVE, site);
        caller.require(Permission.REPORT_FACT, site);
        Counts.Extent extent =
                whole.equals("yes") ? Counts.Extent.WHOLE_PLACE : Counts.Extent.COUNTED_ONLY;
        var answer = counts.post(caller.author(), count, extent);
        if (answer.isPresent() && answer.get() instanceof Answer.Refused(var _, var why))
            throw new Refused(Problem.of(why.code(), 409, why.sentence()).kept());
        redirect.addFlashAttribute(
                "said",
                answer.isPresent() ? "Posted: the books meet the goods." : "Posted: all agrees.");
        return "redirect:" + Address.of("/counts", code);
    }

    @PostMapping("/counts/{code}/dropping")
    String drop(Caller caller, @PathVariable String code, RedirectAttributes redirect) {
        DocumentCode count = new DocumentCode(code);
        caller.require(Permission.MOVE, counts.card(count).document().site());
        counts.drop(caller.author(), count);
        redirect.addFlashAttribute("said", "Dropped: nothing was adjusted.");
        return "redirect:" + Address.of("/counts", code);
    }

    private static Refused unknown(String place) {
        return new Refused(Problem.of("location_unknown", 422, "There is no place " + place + ".")
                .advising("Write a location of your site, SITE/LOCATION, or a container."));
    }
}
