package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.access.Reset;
import stemma.access.Resets;
import stemma.identifiers.ItemCode;
import stemma.identifiers.SiteCode;
import stemma.inquiry.Finding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.LotQuery;
import stemma.inquiry.Questioned;
import stemma.inquiry.StartAnswer;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepQuery;

import java.util.List;
import java.util.Optional;

/** The start page, the one box, and the lists that the start page's numbers open. */
@Controller
class StartPages {
    private final Inquiry inquiry;
    private final Questioned questioned;
    private final Asked asked;
    private final SiteWalls walls;
    private final Access access;
    private final Upkeep upkeep;
    private final JudgedLots judged;

    StartPages(
            Inquiry inquiry,
            Questioned questioned,
            Asked asked,
            SiteWalls walls,
            Access access,
            Upkeep upkeep,
            JudgedLots judged) {
        this.access = access;
        this.upkeep = upkeep;
        this.judged = judged;
        this.inquiry = inquiry;
        this.questioned = questioned;
        this.asked = asked;
        this.walls = walls;
    }

    @GetMapping("/")
    String start(Caller caller, Model model) {
        if (caller.isVisitor()) return "redirect:/seat";
        StartAnswer answer = inquiry.start(asked.sight());
        model.addAttribute("answer", answer.with(asked.holds(answer.holds())));
        model.addAttribute("holding", inquiry.holds());
        model.addAttribute("resets", access.resets().of(caller.actor()));
        model.addAttribute("toConfirm", toConfirm(caller));
        boolean everywhere = caller.grants().mayEverywhere(Permission.SEE_RECORD);
        Optional<List<SiteCode>> seen = everywhere
                ? Optional.empty()
                : Optional.of(List.copyOf(caller.grants().sites(Permission.SEE_RECORD)));
        model.addAttribute("overdue", upkeep.list(UpkeepQuery.overdue(seen)));
        return "inquiry/start";
    }

    /** Returns how many reset passwords of others wait for somebody such as the caller. */
    private int toConfirm(Caller caller) {
        if (!Resets.mayConfirm(caller)) return 0;
        return (int) access.resets().open().stream()
                .filter(Reset::suspends)
                .filter(reset -> !reset.person().equals(caller.actor()))
                .filter(reset -> !reset.by().equals(caller.actor()))
                .count();
    }

    /**
     * One meaning leads straight to its page; several are offered; none shows what looks like it.
     */
    @GetMapping("/find")
    String find(Caller caller, @RequestParam(defaultValue = "") String q, Model model) {
        if (q.isBlank()) return "redirect:/";
        Finding finding = inquiry.find(q).those(one -> walls.opens(caller, one.address()));
        return switch (finding) {
            case Finding.One one -> "redirect:" + one.candidate().address();
            case Finding.Several _, Finding.None _ -> {
                model.addAttribute("finding", finding);
                yield "inquiry/find";
            }
        };
    }

    @GetMapping("/lots")
    String lots(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String beginning,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        LotQuery query = new LotQuery(
                item.isBlank() ? Optional.empty() : Optional.of(new ItemCode(item.strip())),
                Optional.empty(),
                beginning.strip(),
                Math.max(0, from),
                LotQuery.PAGE);
        model.addAttribute("query", query);
        model.addAttribute("lots", asked.seen(inquiry.lots(query), line -> line.lot()));
        return "inquiry/lots";
    }

    @GetMapping("/gaps")
    String gaps(
            Caller caller,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int lots,
            Model model) {
        model.addAttribute(
                "page",
                GapsPage.of(inquiry, questioned, asked, Math.max(0, from), Math.max(0, lots)));
        model.addAttribute("measured", judged.keptAgainst(caller));
        model.addAttribute("against", judged.against(caller));
        return "inquiry/gaps";
    }

    @GetMapping("/proven")
    String proven(Model model) {
        model.addAttribute("rules", inquiry.proven());
        model.addAttribute("keys", inquiry.proving().keys());
        model.addAttribute("mailed", inquiry.proving().mailed());
        return "inquiry/proven";
    }

    @GetMapping("/road")
    String road(Model model) {
        model.addAttribute("roads", asked.roads(inquiry.onTheRoad()));
        return "inquiry/road";
    }
}
