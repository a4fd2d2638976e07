package stemma.warehouse.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.identifiers.DocumentCode;
import stemma.ledger.Evidence;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.shell.Address;
import stemma.stock.Stock;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;

import java.time.LocalDate;

/** The counts that are due, and the page on which one is counted by scan and posted. */
@Controller
class CountPages {
    private final Counts counts;
    private final Counting counting;

    CountPages(Counts counts, Catalog catalog, Lots lots, Stock stock) {
        this.counts = counts;
        this.counting = new Counting(counts, catalog, lots, stock);
    }

    @GetMapping("/counts")
    String list(Caller caller, Model model) {
        model.addAttribute("counts", Counting.seen(caller, counts.all()));
        return "warehouse/counts";
    }

    @PostMapping("/counts")
    String open(
            Caller caller,
            @RequestParam String code,
            @RequestParam String place,
            @RequestParam(defaultValue = "open") String sight,
            @RequestParam LocalDate due) {
        CountDocument count = counting.open(
                caller,
                new DocumentCode(code.strip()),
                place,
                sight.equals("blind") ? CountDocument.Sight.BLIND : CountDocument.Sight.OPEN,
                due);
        return "redirect:" + Address.of("/counts", count.code().code());
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
            @RequestParam(defaultValue = "keyed") String evidence,
            RedirectAttributes redirect) {
        Counting.Line line = counting.count(
                caller,
                new DocumentCode(code),
                id,
                what.strip(),
                quantity,
                weight.isBlank() ? null : Quantity.of(weight.strip()),
                evidence.equals("scanned") ? Evidence.SCANNED : Evidence.KEYED);
        redirect.addFlashAttribute(
                "said", line.found().lot().number() + ": " + line.quantity() + " counted.");
        return "redirect:" + Address.of("/counts", code);
    }

    /** Says of all that nobody has counted that none of it is there. */
    @PostMapping("/counts/{code}/rest")
    String rest(Caller caller, @PathVariable String code, RedirectAttributes redirect) {
        int missing = counting.takeRestAsMissing(caller, new DocumentCode(code));
        redirect.addFlashAttribute(
                "said",
                missing == 1
                        ? "One lot is noted as missing; nothing is posted yet."
                        : missing + " lots are noted as missing; nothing is posted yet.");
        return "redirect:" + Address.of("/counts", code);
    }

    @PostMapping("/counts/{code}/posting")
    String post(
            Caller caller,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String whole,
            RedirectAttributes redirect) {
        var posted = counting.post(
                caller,
                new DocumentCode(code),
                whole.equals("yes") ? Counts.Extent.WHOLE_PLACE : Counts.Extent.COUNTED_ONLY);
        redirect.addFlashAttribute(
                "said",
                posted.isPresent() ? "Posted: the books meet the goods." : "Posted: all agrees.");
        return "redirect:" + Address.of("/counts", code);
    }

    @PostMapping("/counts/{code}/dropping")
    String drop(Caller caller, @PathVariable String code, RedirectAttributes redirect) {
        counting.drop(caller, new DocumentCode(code));
        redirect.addFlashAttribute("said", "Dropped: nothing was adjusted.");
        return "redirect:" + Address.of("/counts", code);
    }
}
