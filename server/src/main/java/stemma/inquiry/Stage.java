package stemma.inquiry;

import com.fasterxml.jackson.annotation.JsonValue;

import stemma.ledger.Place;

import java.util.Locale;
import java.util.Optional;

/** Where a quantity is or went, as the board counts it; together they are all that came to be. */
public enum Stage {
    ON_SITE("on site"),
    IN_PROCESS("in process"),
    IN_TRANSIT("in transit"),
    AT_CUSTOMERS("at customers"),
    USED_UP("used up"),
    SAMPLED_OR_SCRAPPED("sampled or scrapped"),
    UNACCOUNTED("unaccounted");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Returns the stage of material at a place; material in a run that has yielded is used up. */
    static Optional<Stage> of(Place place, boolean hasYielded) {
        return switch (place) {
            case Place.At _, Place.InContainer _, Place.InCustody _, Place.InTransfer _ ->
                Optional.of(ON_SITE);
            case Place.InVessel _ -> Optional.of(IN_PROCESS);
            case Place.InRun _ -> Optional.of(hasYielded ? USED_UP : IN_PROCESS);
            case Place.InUnit _ -> Optional.of(USED_UP);
            case Place.InTransit _ -> Optional.of(IN_TRANSIT);
            case Place.OfCustomer _ -> Optional.of(AT_CUSTOMERS);
            case Place.OfSupplier _ -> Optional.empty();
            case Place.Beyond beyond -> beyond(beyond);
        };
    }

    private static Optional<Stage> beyond(Place.Beyond beyond) {
        return switch (beyond) {
            case BEFORE_RECORDS -> Optional.empty();
            case SAMPLED, SCRAP, DESTROYED, PROCESS_LOSS -> Optional.of(SAMPLED_OR_SCRAPPED);
            case COUNT_VARIANCE -> Optional.of(UNACCOUNTED);
        };
    }

    /** Returns the code on the wire and in addresses, such as {@code in_transit}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the stage of a code; empty where there is none. */
    public static Optional<Stage> ofCode(String code) {
        for (Stage stage : values()) {
            if (stage.code().equals(code)) return Optional.of(stage);
        }
        return Optional.empty();
    }
}
