package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;
import java.util.Set;

/** A country by its two-letter code of ISO 3166-1, such as {@code NL}. */
public record Country(String code) implements Comparable<Country> {
    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    public Country {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!KNOWN.contains(code)) {
            throw new MalformedMaster(
                    "country_unknown",
                    "country",
                    "\"" + code + "\" is not a two-letter country code such as NL or US");
        }
    }

    @JsonCreator
    public static Country of(String code) {
        return new Country(code);
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
