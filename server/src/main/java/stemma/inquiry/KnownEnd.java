package stemma.inquiry;

import stemma.genealogy.Boundary;

/** An end of what is known, at a lot: what kind, and the name of the partner, empty for none. */
public record KnownEnd(Boundary.Kind kind, String partner) {}
