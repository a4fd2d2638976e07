package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A place of business. */
public record SiteCode(String code) implements Comparable<SiteCode> {
    public SiteCode {
        CodeText.checked("a site", code);
    }

    @JsonCreator
    public static SiteCode of(String code) {
        return new SiteCode(code);
    }

    @Override
    public int compareTo(SiteCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
