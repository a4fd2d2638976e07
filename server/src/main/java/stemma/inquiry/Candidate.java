package stemma.inquiry;

import com.fasterxml.jackson.annotation.JsonValue;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a number may mean: what kind it is, its number, what it is about, how it stands,
 * when it came to be, and the address of its page.
 */
public record Candidate(
        Kind kind,
        String number,
        String about,
        String standing,
        Optional<Instant> at,
        String address) {

    /** What a number can name, the likeliest first. */
    public enum Kind {
        LOT("lot"),
        SUBLOT("sublot"),
        SUPPLIERS_LOT("supplier's or maker's lot"),
        UNIT("unit"),
        SHIPMENT("shipment"),
        RECEIPT("receipt"),
        RUN("run"),
        ORDER("order"),
        CONTAINER("container"),
        HOLD("hold"),
        DOCUMENT("document"),
        ITEM("item"),
        PARTNER("partner"),
        RESOURCE("resource"),
        QUESTION("question");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
