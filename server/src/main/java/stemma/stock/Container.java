package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Place;

/** A container: inside another one, or standing at a place, and how its content is known. */
public record Container(
        ContainerCode code,
        @Nullable ContainerCode parent,
        @Nullable Place place,
        ContentBasis basis) {}
