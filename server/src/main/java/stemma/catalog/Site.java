package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gln;
import stemma.identifiers.SiteCode;

import java.time.ZoneId;

/**
 * A place of business, its address in one line (absent: not said) and its country, the time zone by
 * which its days are counted, and how its pallets are numbered (absent: by hand).
 */
public record Site(
        SiteCode code,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String address,
        Country country,
        ZoneId zone,
        @Nullable Gln gln,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SsccPrefix ssccPrefix,
        Standing standing)
        implements Master {
    public Site {
        name = MasterText.name(name);
        if (address != null) address = MasterText.checked("address", address);
    }

    /** Returns an active site without an address or a GLN. */
    public static Site of(SiteCode code, String name, Country country, ZoneId zone) {
        return new Site(code, name, null, country, zone, null, null, Standing.ACTIVE);
    }

    /** Returns the same site at an address in one line, without the country. */
    public Site at(String address) {
        return new Site(code, name, address, country, zone, gln, ssccPrefix, standing);
    }

    @Override
    public Site with(Standing standing) {
        return new Site(code, name, address, country, zone, gln, ssccPrefix, standing);
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(SiteCode code) {
        return MasterKey.of(MasterKind.SITE, code.code());
    }
}
