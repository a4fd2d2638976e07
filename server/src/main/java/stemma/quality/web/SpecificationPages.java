package stemma.quality.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.identifiers.ItemCode;
import stemma.quality.Quality;
import stemma.quality.Specification;
import stemma.quality.Specifying;
import stemma.shell.Address;
import stemma.signatures.Credentials;

import java.util.List;
import java.util.Optional;

/** What items are held against: the list, one revision, the next one, and its coming in force. */
@Controller
class SpecificationPages {
    private final Quality quality;
    private final Specifying specifying;

    SpecificationPages(Quality quality, Specifying specifying) {
        this.quality = quality;
        this.specifying = specifying;
    }

    @GetMapping("/specifications")
    String list(Model model) {
        model.addAttribute("all", quality.specifications());
        return "quality/specifications";
    }

    @GetMapping("/specifications/one")
    String one(@RequestParam String item, @RequestParam int revision, Model model) {
        ItemCode code = new ItemCode(item);
        Specification shown = quality.specification(code, revision);
        model.addAttribute("shown", shown);
        model.addAttribute("digest", Specifying.digest(shown).text());
        model.addAttribute("revisions", quality.specifications(code));
        Optional<Specification> before = quality.specifications(code).stream()
                .filter(other -> other.revision() == revision - 1)
                .findFirst();
        model.addAttribute(
                "changes", before.map(old -> Changes.between(old, shown)).orElse(List.of()));
        return "quality/specification";
    }

    /** The form of the next revision, filled with the last one there is. */
    @GetMapping("/specifications/new")
    String form(@RequestParam(defaultValue = "") String item, Model model) {
        Specification last = item.isBlank()
                ? null
                : quality.specifications(new ItemCode(item)).stream()
                        .findFirst()
                        .orElse(null);
        model.addAttribute("form", SpecificationForm.of(item.strip(), last));
        return "quality/specification-new";
    }

    @PostMapping("/specifications")
    String write(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        Specification draft = specifying.write(caller, SpecificationForm.read(sent));
        redirect.addFlashAttribute(
                "said", draft.title() + " is a draft; somebody else puts it in force.");
        return "redirect:" + address(draft);
    }

    @PostMapping("/specifications/force")
    String force(
            Caller caller,
            @RequestParam String item,
            @RequestParam int revision,
            @RequestParam String shown,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam String password,
            RedirectAttributes redirect) {
        Specification stands = specifying.force(
                caller, new ItemCode(item), revision, shown, new Credentials(signer, password));
        redirect.addFlashAttribute("said", stands.title() + " is in force.");
        return "redirect:" + address(stands);
    }

    @PostMapping("/specifications/retirement")
    String retire(
            Caller caller,
            @RequestParam String item,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Specification retired = specifying.retire(caller, new ItemCode(item), revision, reason);
        redirect.addFlashAttribute("said", retired.title() + " is retired.");
        return "redirect:" + address(retired);
    }

    private static String address(Specification one) {
        return "/specifications/one?item=" + Address.encoded(one.item().code()) + "&revision="
                + one.revision();
    }
}
