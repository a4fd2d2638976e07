package stemma.production.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import stemma.access.Caller;
import stemma.documents.DocumentAsked;
import stemma.documents.DocumentQuery;
import stemma.intake.Walls;
import stemma.production.EquipmentAtUse;
import stemma.production.Production;
import stemma.production.RunCard;
import stemma.production.UnfitSeen;
import stemma.production.Yields;

import java.time.ZoneId;
import java.util.List;

/** The list of runs and the page of each. */
@Controller
class RunPages {
    private final Production production;
    private final Yields yields;
    private final EquipmentAtUse equipment;
    private final ZoneId zone;

    RunPages(Production production, Yields yields, EquipmentAtUse equipment, ZoneId zone) {
        this.equipment = equipment;
        this.production = production;
        this.yields = yields;
        this.zone = zone;
    }

    @GetMapping("/runs")
    String list(Caller caller, DocumentAsked asked, Model model) {
        if (asked.code() != null) return one(caller, asked.code(), model);
        DocumentQuery query = asked.query(zone).within(caller);
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", production.runs(query));
        return "production/runs";
    }

    @GetMapping("/runs/{code}")
    String one(Caller caller, @PathVariable String code, Model model) {
        model.addAttribute("code", code);
        List<RunCard> runs = production.run(code);
        model.addAttribute("runs", runs);
        model.addAttribute(
                "unfit",
                UnfitSeen.by(
                        site -> Walls.sees(caller, site),
                        equipment.unfit(runs.stream().map(RunCard::id).toList())));
        model.addAttribute(
                "balances",
                runs.stream().map(run -> yields.of(run).map(BalanceChart::of)).toList());
        return "production/run";
    }
}
