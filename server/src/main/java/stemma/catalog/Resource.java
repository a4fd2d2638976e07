package stemma.catalog;

import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

import java.util.List;

/** Equipment, tool, vessel, room, roll, program, document or operator; one code in the firm. */
public record Resource(
        ResourceCode code, String name, ResourceKind kind, SiteCode site, Standing standing)
        implements Master {
    public Resource {
        name = MasterText.name(name);
    }

    /** Returns an active resource. */
    public static Resource of(ResourceCode code, String name, ResourceKind kind, SiteCode site) {
        return new Resource(code, name, kind, site, Standing.ACTIVE);
    }

    @Override
    public Resource with(Standing standing) {
        return new Resource(code, name, kind, site, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        return List.of(Site.key(site));
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(ResourceCode code) {
        return MasterKey.of(MasterKind.RESOURCE, code.code());
    }
}
