package stemma.demo;

import stemma.access.Access;
import stemma.catalog.Catalog;
import stemma.certificates.Certificates;
import stemma.ledger.Ledger;
import stemma.signatures.Signatures;

/**
 * The faces of the rooms that the story is told to, their clock, and how their journal is sealed.
 */
public record DemoRooms(
        Catalog catalog,
        Access access,
        Signatures signatures,
        Ledger ledger,
        Certificates certificates,
        StoryClock clock,
        Runnable seal) {}
