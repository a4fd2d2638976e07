package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ResourceCode;

/** What touched the material: the resource, in which role, at which revision. */
public record ResourceUse(
        ResourceCode resource, String role, @Nullable String revision) {}
