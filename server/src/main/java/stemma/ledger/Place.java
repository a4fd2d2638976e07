package stemma.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;

/**
 * Anywhere a quantity can be. Written as a word, a colon and its codes, as in {@code at:HLF/MAIN};
 * a slash or percent sign inside a code is written {@code %2F} or {@code %25}.
 */
public sealed interface Place {
    /** A location of ours. */
    record At(SiteCode site, LocationCode location) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A supplier: beyond our knowledge. */
    record OfSupplier(PartnerCode partner) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A customer, at one of its ship-tos where known: beyond our knowledge. */
    record OfCustomer(PartnerCode partner, @Nullable ShipToCode shipTo) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** Our goods at a partner, guarded and counted as our own. */
    record InCustody(PartnerCode partner) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** Work in process. */
    record InRun(RunId run) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A pallet, case or tote, wherever it stands. */
    record InContainer(ContainerCode container) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A tank or silo. */
    record InVessel(ResourceCode vessel) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** Built into a unit. */
    record InUnit(LotId unit) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** On the way under a shipment. */
    record InTransit(ShipmentCode shipment) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * On the way from one site of ours to another, under a transfer: guarded and counted as ours.
     */
    record InTransfer(SiteCode to, DocumentCode transfer) implements Place {
        @Override
        public String toString() {
            return text();
        }
    }

    /** Where material comes from or goes to without being anywhere. */
    enum Beyond implements Place {
        BEFORE_RECORDS,
        SAMPLED,
        SCRAP,
        DESTROYED,
        PROCESS_LOSS,
        COUNT_VARIANCE
    }

    /** Says whether an intent may never take more from here than the books have. */
    default boolean isGuarded() {
        return switch (this) {
            case At _, InCustody _, InContainer _, InUnit _, InTransit _, InTransfer _ -> true;
            case OfSupplier _, OfCustomer _, InRun _, InVessel _, Beyond _ -> false;
        };
    }

    /**
     * Says whether there is never more here than was brought: what is guarded, and what lies apart
     * as a sample or as scrap until somebody destroys it.
     */
    default boolean isFinite() {
        return isGuarded() || this == Beyond.SAMPLED || this == Beyond.SCRAP;
    }

    @JsonValue
    default String text() {
        return switch (this) {
            case At(var site, var location) ->
                "at:" + escape(site.code()) + "/" + escape(location.code());
            case OfSupplier(var partner) -> "supplier:" + escape(partner.code());
            case OfCustomer(var partner, var shipTo) ->
                "customer:" + escape(partner.code())
                        + (shipTo == null ? "" : "/" + escape(shipTo.code()));
            case InCustody(var partner) -> "custody:" + escape(partner.code());
            case InRun(var run) -> "run:" + escape(run.code());
            case InContainer(var container) -> "container:" + escape(container.code());
            case InVessel(var vessel) -> "vessel:" + escape(vessel.code());
            case InUnit(var unit) -> "unit:" + unit;
            case InTransit(var shipment) -> "transit:" + escape(shipment.code());
            case InTransfer(var to, var transfer) ->
                "transfer:" + escape(to.code()) + "/" + escape(transfer.code());
            case Beyond beyond -> beyond.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Reads what {@link #text} wrote; anything else is refused as {@code place_invalid}. */
    @JsonCreator
    static Place of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) return beyond(text);
        String rest = text.substring(colon + 1);
        int slash = rest.indexOf('/');
        String first = unescape(slash < 0 ? rest : rest.substring(0, slash));
        String second = slash < 0 ? "" : unescape(rest.substring(slash + 1));
        return switch (text.substring(0, colon)) {
            case "at" -> new At(new SiteCode(first), new LocationCode(second));
            case "supplier" -> new OfSupplier(new PartnerCode(first));
            case "customer" ->
                new OfCustomer(new PartnerCode(first), slash < 0 ? null : new ShipToCode(second));
            case "custody" -> new InCustody(new PartnerCode(first));
            case "run" -> new InRun(new RunId(first));
            case "container" -> new InContainer(new ContainerCode(first));
            case "vessel" -> new InVessel(new ResourceCode(first));
            case "unit" -> new InUnit(LotId.of(rest));
            case "transit" -> new InTransit(new ShipmentCode(first));
            case "transfer" -> new InTransfer(new SiteCode(first), new DocumentCode(second));
            default -> throw invalid(text);
        };
    }

    private static Place beyond(String text) {
        for (Beyond beyond : Beyond.values()) {
            if (beyond.text().equals(text)) return beyond;
        }
        throw invalid(text);
    }

    private static MalformedEvent invalid(String text) {
        return new MalformedEvent(
                "place_invalid",
                "place",
                "\"" + text + "\" is not a place; write for example at:SITE/LOCATION");
    }

    private static String escape(String code) {
        return code.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescape(String code) {
        return code.replace("%2F", "/").replace("%25", "%");
    }
}
