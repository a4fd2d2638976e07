package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

import stemma.access.Asking;
import stemma.access.Caller;
import stemma.identifiers.DocumentCode;
import stemma.intake.Hidden;
import stemma.intake.Walls;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.warehouse.Counts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers an address that names a thing of sites at which the caller has no right as if there were
 * no such thing, whatever page or program it belongs to.
 */
@Component
class SiteWalls implements HandlerInterceptor, WebMvcConfigurer {
    private static final String API = "/api/v1";
    private final Asking asking;
    private final Hidden hidden;
    private final Counts counts;

    SiteWalls(Asking asking, Hidden hidden, Counts counts) {
        this.asking = asking;
        this.hidden = hidden;
        this.counts = counts;
    }

    /** A kind of thing, and how it is called in the refusal of one that does not exist. */
    private enum Kind {
        RECEIPT("receipt"),
        SHIPMENT("shipment"),
        RUN("run"),
        DOCUMENT("document"),
        PURCHASE_ORDER("purchase order"),
        WORK_ORDER("work order"),
        CONTAINER("container"),
        HOLD("hold"),
        COUNT("count"),
        VESSEL("vessel"),
        EVENT("event"),
        SITE("site"),
        LOT("lot"),
        LOT_ID("lot");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private record Named(Kind kind, String code) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Caller> caller = asking.caller();
        if (caller.isEmpty() || Walls.seesAll(caller.get())) return true;
        // A program that tells what happened in a run is judged by what it tells.
        String path = request.getRequestURI();
        boolean tells = path.startsWith(API) && !request.getMethod().equals("GET");
        if (tells) return true;
        for (Named named : named(path, request::getParameter)) {
            if (isHidden(caller.get(), named)) throw unknown(path, named);
        }
        return true;
    }

    /** Says whether the caller may be led to the address. */
    boolean opens(Caller caller, String address) {
        if (Walls.seesAll(caller)) return true;
        UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
        String path = parts.getPath() == null ? "" : parts.getPath();
        List<Named> all = named(path, name -> {
            String value = parts.getQueryParams().getFirst(name);
            return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
        });
        return all.stream().noneMatch(named -> isHidden(caller, named));
    }

    private static List<Named> named(String path, Function<String, @Nullable String> parameter) {
        String plain = path.startsWith(API) ? path.substring(API.length()) : path;
        String[] parts = plain.substring(Math.min(1, plain.length())).split("/");
        List<Named> named = new ArrayList<>();
        // The progress of an order is asked for as /progress/KIND?code=.
        if (parts[0].equals("progress") && parts.length == 2) parts = new String[] {parts[1]};
        Optional<Kind> kind = kind(parts[0]);
        String code = parts.length > 1
                ? URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8)
                : "";
        if (parts[0].equals("lots") && parts.length == 3) add(named, Kind.LOT, lot(parts));
        kind.ifPresent(of -> {
            add(named, of, code);
            add(named, of, parameter.apply("code"));
        });
        add(named, Kind.DOCUMENT, parameter.apply("order"));
        add(named, Kind.SHIPMENT, parameter.apply("shipment"));
        add(named, Kind.CONTAINER, parameter.apply("container"));
        add(named, Kind.EVENT, parameter.apply("event"));
        add(named, Kind.LOT, parameter.apply("lot"));
        if (parts[0].equals("labels")) {
            add(named, Kind.LOT_ID, parameter.apply("id"));
            add(named, Kind.SITE, parameter.apply("site"));
        }
        return named;
    }

    private static String lot(String[] parts) {
        return URLDecoder.decode(parts[2].replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void add(List<Named> named, Kind kind, @Nullable String code) {
        if (code != null && !code.isBlank()) named.add(new Named(kind, code.strip()));
    }

    private static Optional<Kind> kind(String part) {
        return Optional.ofNullable(
                switch (part) {
                    case "receipts" -> Kind.RECEIPT;
                    case "shipments" -> Kind.SHIPMENT;
                    case "runs" -> Kind.RUN;
                    case "orders" -> Kind.DOCUMENT;
                    case "purchase-orders" -> Kind.PURCHASE_ORDER;
                    case "work-orders" -> Kind.WORK_ORDER;
                    case "containers" -> Kind.CONTAINER;
                    case "holds" -> Kind.HOLD;
                    case "counts" -> Kind.COUNT;
                    case "vessels" -> Kind.VESSEL;
                    case "events", "records" -> Kind.EVENT;
                    default -> null;
                });
    }

    private boolean isHidden(Caller caller, Named named) {
        return switch (named.kind()) {
            case RECEIPT, SHIPMENT, RUN, DOCUMENT, PURCHASE_ORDER, WORK_ORDER ->
                hidden.document(caller, named.code());
            case CONTAINER -> hidden.container(caller, named.code());
            case HOLD -> hidden.hold(caller, named.code());
            case VESSEL -> hidden.resource(caller, named.code());
            case EVENT -> hidden.event(caller, named.code());
            case LOT -> hidden.number(caller, named.code());
            case LOT_ID -> hidden.lot(caller, named.code());
            case SITE -> hidden.site(caller, named.code());
            case COUNT ->
                counts.all().stream()
                        .filter(count -> count.code().equals(new DocumentCode(named.code())))
                        .anyMatch(count -> !Walls.sees(caller, count.site()));
        };
    }

    private static Refused unknown(String path, Named named) {
        String noun = named.kind().word;
        boolean isEntry = named.kind() == Kind.EVENT;
        String code = isEntry && path.startsWith(API)
                ? "event_not_found"
                : noun.replace(' ', '_') + "_unknown";
        String sentence = isEntry && !path.startsWith(API)
                ? "The record has no such entry."
                : "There is no " + noun + " " + named.code() + ".";
        return new Refused(Problem.of(code, 404, sentence).notRecording(""));
    }
}
