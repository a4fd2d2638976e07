package stemma.receiving.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.identifiers.EventIds;
import stemma.identifiers.OrderCode;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.receiving.LineProgress;
import stemma.receiving.PurchaseOrderProgress;
import stemma.receiving.Receiving;
import stemma.receiving.SupplierDocument;
import stemma.receiving.SupplierDocuments;
import stemma.receiving.web.ArrivalPage.Kind;
import stemma.shell.Address;
import stemma.shell.Refused;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The forms on which goods come in: a delivery, with or without an order, and opening stock. */
@Controller
class ReceivePages {
    private static final int MOST_ROWS_AT_FIRST = 10;

    private final Receiving receiving;
    private final SupplierDocuments documents;
    private final Catalog catalog;
    private final Desk desk;
    private final EventIds ids;
    private final Today today;

    ReceivePages(
            Receiving receiving,
            SupplierDocuments documents,
            Catalog catalog,
            Desk desk,
            EventIds ids,
            Today today) {
        this.receiving = receiving;
        this.documents = documents;
        this.catalog = catalog;
        this.desk = desk;
        this.ids = ids;
        this.today = today;
    }

    @GetMapping("/receive")
    String receive(
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "0") int line,
            Model model) {
        Slip slip = Slip.blank(ids);
        if (order.isBlank()) return shown(blank(Kind.RECEIVE, slip), model);
        PurchaseOrderProgress progress = receiving.purchaseOrder(new OrderCode(order), today.at());
        return shown(begun(slip, progress, line), model);
    }

    @GetMapping("/opening")
    String opening(Model model) {
        return shown(blank(Kind.OPENING, Slip.blank(ids)), model);
    }

    private ArrivalPage blank(Kind kind, Slip slip) {
        Slip here = catalog.onlySite()
                .map(site -> slip.with("site", site.code().code()))
                .orElse(slip);
        return new ArrivalPage(kind, here, null, 1, List.of(), List.of(), "");
    }

    /** A row for each line that is still to come, or for the one that was chosen. */
    private static ArrivalPage begun(Slip slip, PurchaseOrderProgress progress, int line) {
        Slip begun = slip.with("order", progress.code().code());
        var order = progress.order();
        if (order == null) {
            return new ArrivalPage(Kind.RECEIVE, begun, progress, 1, List.of(), List.of(), "");
        }
        List<LineProgress> wanted = progress.open().stream()
                .filter(open -> line == 0 || open.line().number() == line)
                .limit(MOST_ROWS_AT_FIRST)
                .toList();
        String[] items =
                wanted.stream().map(open -> open.line().item().code()).toArray(String[]::new);
        begun = begun.with("supplier", order.supplier().code())
                .with("site", order.site().code())
                .with("item", items);
        int rows = Math.max(1, items.length);
        return new ArrivalPage(Kind.RECEIVE, begun, progress, rows, List.of(), List.of(), "");
    }

    @PostMapping("/receive")
    String receive(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        List<MultipartFile> attached = files == null ? List.of() : files;
        return given(
                Kind.RECEIVE,
                caller,
                Slip.sent(sent),
                password,
                attached,
                model,
                response,
                redirect);
    }

    @PostMapping("/opening")
    String opening(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        return given(
                Kind.OPENING,
                caller,
                Slip.sent(sent),
                password,
                List.of(),
                model,
                response,
                redirect);
    }

    /**
     * Shows the form again with one more row, which begins as the last one; nothing is recorded.
     */
    @PostMapping({"/receive/rows", "/opening/rows"})
    String row(
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        Kind kind = request.getRequestURI().startsWith(Kind.OPENING.path())
                ? Kind.OPENING
                : Kind.RECEIVE;
        Slip slip = Slip.sent(sent);
        int rows = ArrivalDraft.rows(slip);
        List<String> items = new ArrayList<>(slip.all("item"));
        items.add(rows == 0 ? "" : items.getLast());
        Slip more = slip.with("item", items.toArray(String[]::new));
        return shown(
                new ArrivalPage(kind, more, order(slip), rows + 1, List.of(), kept(slip), ""),
                model);
    }

    private String given(
            Kind kind,
            Caller caller,
            Slip slip,
            String password,
            List<MultipartFile> attached,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        ArrivalDraft draft = new ArrivalDraft(catalog);
        List<SupplierDocument> papers = new ArrayList<>(kept(slip));
        try {
            for (MultipartFile file : attached) {
                if (file.isEmpty()) continue;
                String name = file.getOriginalFilename();
                papers.add(documents.keep(name == null ? "" : name, file.getBytes()));
            }
            ObjectNode event = slip.draft(kind.event(), today.zone(slip.word("site")), password);
            if (kind == Kind.RECEIVE) {
                event.put("receipt", slip.word("receipt"));
                event.put("supplier", slip.word("supplier"));
                if (slip.has("order")) event.put("order", slip.word("order"));
            }
            return switch (desk.give(caller, draft.fill(event, slip, papers))) {
                case Desk.Outcome.Recorded _ -> recorded(kind, slip, redirect);
                case Desk.Outcome.Objected objected -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    yield shown(page(kind, slip.with(objected), draft, papers, ""), model);
                }
            };
        } catch (Refused refused) {
            if (refused.problem().status() != HttpStatus.UNPROCESSABLE_CONTENT.value())
                throw refused;
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(page(kind, slip, draft, papers, refused.problem().sentence()), model);
        }
    }

    private ArrivalPage page(
            Kind kind,
            Slip slip,
            ArrivalDraft draft,
            List<SupplierDocument> papers,
            String problem) {
        return new ArrivalPage(
                kind,
                slip,
                order(slip),
                Math.max(1, ArrivalDraft.rows(slip)),
                draft.rowOfLot(),
                papers,
                problem);
    }

    private static String recorded(Kind kind, Slip slip, RedirectAttributes redirect) {
        redirect.addFlashAttribute("born", slip.event().toString());
        if (kind == Kind.OPENING) {
            redirect.addFlashAttribute("said", "The opening stock is recorded.");
            return "redirect:" + Address.of("/receipts", slip.event().toString());
        }
        redirect.addFlashAttribute("said", "Receipt " + slip.word("receipt") + " is recorded.");
        return "redirect:" + Address.of("/receipts", slip.word("receipt"));
    }

    /** A document attached to a form that was refused is kept, and named by the form again. */
    private static List<SupplierDocument> kept(Slip slip) {
        List<SupplierDocument> kept = new ArrayList<>();
        for (int i = 0; i < slip.all("document").size(); i++) {
            String sha256 = slip.word("document", i);
            if (sha256.matches("[0-9a-f]{64}")) {
                kept.add(new SupplierDocument(slip.word("document_name", i), sha256));
            }
        }
        return kept;
    }

    private @Nullable PurchaseOrderProgress order(Slip slip) {
        if (!slip.has("order")) return null;
        try {
            return receiving.purchaseOrder(new OrderCode(slip.word("order")), today.at());
        } catch (Refused unknownToUs) {
            return null;
        }
    }

    private static String shown(ArrivalPage page, Model model) {
        model.addAttribute("page", page);
        return "receiving/arrival";
    }

    /** A document is handed out to be saved, never shown as a page of this house. */
    @GetMapping("/supplier-documents")
    ResponseEntity<byte[]> document(
            @RequestParam String sha256, @RequestParam(defaultValue = "document") String name) {
        SupplierDocuments.Content content = documents.content(sha256);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, content.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(new SupplierDocument(name, sha256).name())
                                .build()
                                .toString())
                .body(content.bytes());
    }
}
