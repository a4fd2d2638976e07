package stemma.trail.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.shell.Members;
import stemma.trail.SeatLot;
import stemma.trail.SeatLots;
import stemma.trail.SeatSlice;
import stemma.trail.Visit;
import stemma.trail.Visiting;

import java.util.Map;

/** What a visiting auditor sees, for programs. */
@RestController
class SeatApi {
    private final Visiting visiting;

    SeatApi(Visiting visiting) {
        this.visiting = visiting;
    }

    @GetMapping("/api/v1/seat")
    Map<String, Object> seat(Caller caller) {
        Visit visit = visiting.visit(caller);
        return Members.of(
                "items",
                visit.seat().items(),
                "sites",
                visit.sites()
                        .map(all -> all.stream().map(SiteCode::code).sorted().toList())
                        .orElse(null),
                "since",
                visit.seat().since().toString(),
                "until",
                visit.seat().until().toString(),
                "holds",
                visiting.items(visit).stream().map(item -> item.code().code()).toList());
    }

    @GetMapping("/api/v1/seat/lots")
    Map<String, Object> lots(Caller caller, SeatAsked asked) {
        SeatLots page =
                visiting.lots(visiting.visit(caller), new ItemCode(asked.code()), asked.row());
        return Members.of(
                "lots",
                page.lots().stream().map(SeatJson::lot).toList(),
                "next",
                SeatJson.row(page.next()));
    }

    @GetMapping("/api/v1/seat/lots/{birth}/{units}")
    Map<String, Object> lot(
            Caller caller,
            @PathVariable String birth,
            @PathVariable String units,
            SeatAsked asked) {
        SeatLot lot =
                visiting.lot(visiting.visit(caller), Portion.of(birth + "/" + units), asked.row());
        return Members.of(
                "lot",
                SeatJson.lot(lot.lot()),
                "entries",
                lot.lines().stream().map(SeatJson::line).toList(),
                "otherEntries",
                lot.others(),
                "next",
                SeatJson.row(lot.next()),
                "cameOf",
                SeatJson.kin(lot.before()),
                "wentInto",
                SeatJson.kin(lot.after()));
    }

    @GetMapping("/api/v1/seat/entries")
    Map<String, Object> entries(Caller caller, SeatAsked asked) {
        SeatSlice slice = visiting.entries(visiting.visit(caller), asked.mark());
        return Members.of(
                "entries",
                slice.lines().stream().map(SeatJson::line).toList(),
                "next",
                slice.next().map(String::valueOf).orElse(null));
    }

    @GetMapping("/api/v1/seat/entries/{id}")
    Map<String, Object> entry(Caller caller, @PathVariable String id) {
        return SeatJson.line(
                visiting.entry(visiting.visit(caller), EventId.of(id).uuid()));
    }
}
