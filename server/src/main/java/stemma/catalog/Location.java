package stemma.catalog;

import stemma.identifiers.LocationCode;
import stemma.identifiers.SiteCode;

import java.util.List;

/** A spot inside a site where goods stand; its code is unique within the site. */
public record Location(SiteCode site, LocationCode code, String name, Standing standing)
        implements Master {
    public Location {
        name = MasterText.name(name);
    }

    /** Returns an active location. */
    public static Location of(SiteCode site, LocationCode code, String name) {
        return new Location(site, code, name, Standing.ACTIVE);
    }

    @Override
    public Location with(Standing standing) {
        return new Location(site, code, name, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        return List.of(Site.key(site));
    }

    @Override
    public MasterKey key() {
        return key(site, code);
    }

    public static MasterKey key(SiteCode site, LocationCode code) {
        return MasterKey.of(MasterKind.LOCATION, site.code(), code.code());
    }
}
