package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gln;
import stemma.identifiers.SiteCode;

import java.time.ZoneId;

/**
 * A place of business, its country, the time zone by which its days are counted, and how its
 * pallets are numbered (absent: by hand).
 */
public record Site(
        SiteCode code,
        String name,
        Country country,
        ZoneId zone,
        @Nullable Gln gln,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SsccPrefix ssccPrefix,
        Standing standing)
        implements Master {
    public Site {
        name = MasterText.name(name);
    }

    /** Returns an active site without a GLN. */
    public static Site of(SiteCode code, String name, Country country, ZoneId zone) {
        return new Site(code, name, country, zone, null, null, Standing.ACTIVE);
    }

    @Override
    public Site with(Standing standing) {
        return new Site(code, name, country, zone, gln, ssccPrefix, standing);
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(SiteCode code) {
        return MasterKey.of(MasterKind.SITE, code.code());
    }
}
