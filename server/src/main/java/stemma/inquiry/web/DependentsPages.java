package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.certificates.CalibratedSeen;
import stemma.certificates.CertificateEquipment;
import stemma.certificates.Certificates;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.EventId;
import stemma.inquiry.AtMost;
import stemma.inquiry.Dependents;
import stemma.inquiry.Depending;
import stemma.inquiry.Road;
import stemma.inquiry.Roots;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceRow;
import stemma.shell.Members;

import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rests on a certificate: as a page, as a file and for programs. */
@Controller
class DependentsPages {
    private final Depending depending;
    private final Asked asked;
    private final ZoneId zone;

    DependentsPages(Depending depending, Asked asked, ZoneId zone) {
        this.depending = depending;
        this.asked = asked;
        this.zone = zone;
    }

    @GetMapping("/dependents")
    String page(Caller caller, @RequestParam String certificate, Model model) {
        model.addAttribute("certificate", certificate);
        Dependents found = on(caller, certificate);
        model.addAttribute("page", found);
        model.addAttribute("calibrated", CalibratedSeen.by(caller, found.calibrated()));
        return "inquiry/dependents";
    }

    /** A paper of a site that the caller may not see is as if it were not. */
    private Dependents on(Caller caller, String certificate) {
        Dependents found = depending.on(certificate.strip(), asked::rooted);
        boolean isSeen = found.sites().allMatch(site -> caller.may(Permission.SEE_RECORD, site));
        if (!isSeen) throw Certificates.unknown(certificate);
        return found;
    }

    @GetMapping("/dependents.csv")
    void csv(Caller caller, @RequestParam String certificate, HttpServletResponse response)
            throws IOException {
        Dependents found = on(caller, certificate);
        TraceAnswer trace = found.trace().orElseThrow(() -> Roots.empty(certificate));
        try (CsvSheet sheet = CsvSheet.open(response, certificate + "-dependents")) {
            sheet.heading(
                    "What depends on certificate " + certificate,
                    trace.subject(),
                    caller,
                    trace.at(),
                    zone,
                    trace.insight(),
                    trace.trace().completeness());
            sheet.row("lot", "lot id", "item", "concerned", "where", "generation");
            for (TraceRow row : trace.rows())
                sheet.row(
                        row.line().number(),
                        row.reached().portion().toString(),
                        row.line().itemName(),
                        found.words(row),
                        where(row),
                        Integer.toString(row.reached().depth()));
            found.roads()
                    .forEach(road -> road.loads()
                            .forEach(load -> sheet.row(
                                    load.lot().number(),
                                    load.lot().lot().span().toString(),
                                    load.lot().itemName(),
                                    load.sent() + " sent" + found.without(road),
                                    "shipment " + road.shipment().code() + " to "
                                            + road.consignee().name(),
                                    "")));
        }
    }

    private static String where(TraceRow row) {
        return row.where().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    @GetMapping("/api/v1/dependents")
    @ResponseBody
    Map<String, Object> api(Caller caller, @RequestParam String certificate) {
        Dependents found = on(caller, certificate);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "certificates",
                Stream.concat(
                                found.papers().stream().map(KeptCertificate::id),
                                found.issued().stream().map(IssuedCertificate::id))
                        .map(EventId::toString)
                        .toList());
        CertificateEquipment.put(CalibratedSeen.by(caller, found.calibrated()), json);
        json.put(
                "dependents", found.rows().stream().map(row -> json(found, row)).toList());
        json.put(
                "shipments",
                found.roads().stream().map(road -> json(found, road)).toList());
        return json;
    }

    private static Map<String, Object> json(Dependents found, Road road) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("shipment", road.shipment().code().code());
        json.put("consignee", road.consignee().key());
        found.isWith(road).ifPresent(isWith -> json.put("withPaper", isWith));
        json.put(
                "lots",
                road.loads().stream()
                        .map(load -> Members.of(
                                "number", load.lot().number(),
                                "sent", load.sent().toString()))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Dependents found, TraceRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", row.reached().portion().toString());
        json.put("number", row.line().number());
        json.put("item", row.line().lot().item().code());
        json.put("generation", row.reached().depth());
        found.bound(row).ifPresent(bound -> json.put("atMost", json(bound)));
        return json;
    }

    private static Map<String, Object> json(AtMost bound) {
        return Members.of(
                "concerned", bound.concerned().toString(),
                "of", bound.of().toString(),
                "counted", bound.counted().name().toLowerCase(java.util.Locale.ROOT));
    }
}
