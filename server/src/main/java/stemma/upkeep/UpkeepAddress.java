package stemma.upkeep;

import stemma.identifiers.ResourceCode;
import stemma.shell.Address;

/** Where the card of a resource is. */
public final class UpkeepAddress {
    private UpkeepAddress() {}

    public static String of(ResourceCode resource) {
        return "/upkeep/resource?code=" + Address.encoded(resource.code());
    }
}
