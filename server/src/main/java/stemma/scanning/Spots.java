package stemma.scanning;

import stemma.catalog.Catalog;
import stemma.catalog.Location;
import stemma.catalog.Resource;
import stemma.identifiers.LocationCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.intake.Sight;
import stemma.shell.Address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Places and equipment as a scan finds them. */
final class Spots {
    private final Catalog catalog;
    private final Sight sight;

    Spots(Catalog catalog, Sight sight) {
        this.sight = sight;
        this.catalog = catalog;
    }

    /** Returns the locations of the code: at the site, or at every site where none is said. */
    List<Meaning> locations(Optional<SiteCode> site, String code) {
        return catalog.locations(new LocationCode(code)).stream()
                .filter(location -> sight.sees(location.site()))
                .filter(location -> site.isEmpty() || location.site().equals(site.get()))
                .map(Spots::location)
                .toList();
    }

    Optional<Meaning> resource(String code) {
        ResourceCode asked = new ResourceCode(code);
        return Optional.ofNullable(catalog.resources(List.of(asked)).get(asked))
                .filter(resource -> sight.sees(resource.site()))
                .map(Spots::resource);
    }

    private static Meaning location(Location location) {
        Meaning meaning = Meaning.known(
                ScanKind.LOCATION,
                location.code().code(),
                "Location " + location.code() + ", " + location.name() + " (" + location.site()
                        + ")",
                "");
        SequencedMap<String, String> more = new LinkedHashMap<>();
        more.put("site", location.site().code());
        return meaning.with(more);
    }

    private static Meaning resource(Resource resource) {
        return Meaning.known(
                ScanKind.RESOURCE,
                resource.code().code(),
                "Equipment " + resource.code() + ", " + resource.name(),
                "/masters/resources/one?key="
                        + Address.encoded(Resource.key(resource.code()).normal()));
    }
}
