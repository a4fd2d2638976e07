package stemma.demo;

import stemma.access.Access;
import stemma.catalog.Catalog;
import stemma.certificates.Certificates;
import stemma.certificates.Issuing;
import stemma.ledger.Ledger;
import stemma.nonconformance.Cases;
import stemma.quality.Inspecting;
import stemma.quality.Quality;
import stemma.quality.Retaining;
import stemma.quality.Retests;
import stemma.quality.Specifying;
import stemma.signatures.Signatures;
import stemma.upkeep.Telling;

/**
 * The faces of the rooms that the story is told to, their clock, and how their journal is sealed.
 */
public record DemoRooms(
        Catalog catalog,
        Access access,
        Signatures signatures,
        Ledger ledger,
        Judging judging,
        StoryClock clock,
        Runnable seal) {

    /** The rooms in which material is judged, and the evidence is kept. */
    public record Judging(
            Quality quality,
            Specifying specifying,
            Inspecting inspecting,
            Retests retests,
            Retaining retaining,
            Certificates certificates,
            Issuing issuing,
            Cases cases,
            Telling telling) {}
}
