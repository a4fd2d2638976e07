package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.certificates.IssuedCertificates;
import stemma.genealogy.LeftFree;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.inquiry.Inquiry;
import stemma.inquiry.LotCard;
import stemma.inquiry.Questioned;
import stemma.inquiry.Subject;
import stemma.inquiry.Where;
import stemma.lots.Lot;
import stemma.nonconformance.CaseQuery;
import stemma.nonconformance.Cases;
import stemma.quality.RetainedSamples;
import stemma.upkeep.Upkeep;

import java.util.List;

/** The card of a lot number, a sublot or a unit, and the pages of documents. */
@Controller
class LotPages {
    private static final int SERIALS = 200;
    private final Inquiry inquiry;
    private final Questioned questioned;
    private final Asked asked;
    private final Cases cases;
    private final IssuedCertificates issued;
    private final JudgedLots judged;
    private final RetainedSamples retained;
    private final Upkeep upkeep;
    private final EquipmentSought unfit;

    LotPages(
            Inquiry inquiry,
            Questioned questioned,
            Asked asked,
            Cases cases,
            IssuedCertificates issued,
            JudgedLots judged,
            RetainedSamples retained,
            Upkeep upkeep,
            EquipmentSought unfit) {
        this.unfit = unfit;
        this.judged = judged;
        this.retained = retained;
        this.upkeep = upkeep;
        this.issued = issued;
        this.cases = cases;
        this.inquiry = inquiry;
        this.questioned = questioned;
        this.asked = asked;
    }

    /** From which row on the long tables of a card are shown. */
    private record Pages(int past, int serials, int places) {}

    @GetMapping("/lots/{item}/{number}")
    String family(
            Caller caller,
            @PathVariable String item,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int past,
            @RequestParam(defaultValue = "0") int serials,
            @RequestParam(defaultValue = "0") int places,
            Model model) {
        return card(
                caller, asked.subject(number, item, ""), new Pages(past, serials, places), model);
    }

    /** Codes that no path can carry come as parameters. */
    @GetMapping("/lots/card")
    String asked(
            Caller caller,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "0") int past,
            @RequestParam(defaultValue = "0") int serials,
            @RequestParam(defaultValue = "0") int places,
            Model model) {
        return card(caller, asked.subject(lot, item, id), new Pages(past, serials, places), model);
    }

    @GetMapping("/lots/id/{birth}/{units}")
    String one(
            Caller caller,
            @PathVariable String birth,
            @PathVariable String units,
            @RequestParam(defaultValue = "0") int past,
            @RequestParam(defaultValue = "0") int serials,
            @RequestParam(defaultValue = "0") int places,
            Model model) {
        return card(
                caller,
                asked.subject("", "", birth + "/" + units),
                new Pages(past, serials, places),
                model);
    }

    private String card(Caller caller, Subject subject, Pages pages, Model model) {
        LotCard card = inquiry.card(subject, Math.max(0, pages.past())).to(asked.sight());
        int from = Math.max(0, pages.serials());
        List<Where> places =
                card.groups().stream().flatMap(group -> group.rows().stream()).toList();
        model.addAttribute("places", Slice.of(places, Words::row, "", pages.places()));
        model.addAttribute("card", card);
        model.addAttribute("reviews", asked.gaps(questioned.of(subject)));
        model.addAttribute(
                "leftFree",
                new LeftFree.Parts(asked.gaps(questioned.leftFree(subject).gaps())));
        model.addAttribute("judged", judged.of(caller, subject));
        model.addAttribute("retained", retained.seenBy(caller).of(subject.lots()));
        model.addAttribute(
                "issued",
                issued.of(subject.lots()).values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .filter(one -> caller.may(Permission.SEE_RECORD, one.site()))
                        .toList());
        model.addAttribute(
                "cases", CasesOfLots.of(cases, caller, subject.lots(), CaseQuery.Standing.ANY));
        model.addAttribute("equipment", upkeep.madeWith(subject.roots()));
        model.addAttribute("unfit", unfit.of(subject));
        model.addAttribute("serials", serials(subject, from));
        model.addAttribute("serialsFrom", from);
        return "inquiry/card";
    }

    /** Returns a page of the serial numbers of a block; none for lots that are no blocks. */
    private List<SerialNumber> serials(Subject subject, int from) {
        Lot lot = subject.lots().getFirst();
        Portion all = subject.roots().getFirst();
        if (!lot.isSerial() || subject.lots().size() > 1 || from >= all.count()) return List.of();
        int count = Math.min(SERIALS, all.count() - from);
        return inquiry.serials(
                new Portion(new LotId(all.first().birth(), all.first().ordinal() + from), count));
    }

    @GetMapping("/orders/{code}")
    String order(@PathVariable String code, Model model) {
        model.addAttribute("card", inquiry.documents().document(code));
        return "inquiry/document";
    }

    @GetMapping("/orders")
    String orderAsked(@RequestParam String code, Model model) {
        return order(code, model);
    }

    @GetMapping("/containers/{code}")
    String container(@PathVariable String code, Model model) {
        model.addAttribute("card", inquiry.documents().container(new ContainerCode(code)));
        return "inquiry/container";
    }

    @GetMapping("/containers")
    String containerAsked(@RequestParam String code, Model model) {
        return container(code, model);
    }

    /** Returns the address of a document's page. */
    static String document(String code) {
        return Subject.page("/orders", code);
    }
}
