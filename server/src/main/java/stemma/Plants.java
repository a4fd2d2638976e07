package stemma;

import stemma.scenario.Plant;

/** Hands a world to the scenarios, which end it when they have been told. */
public final class Plants {
    private Plants() {}

    /** Returns the rooms of the world that a scenario needs; closing them closes its database. */
    public static Plant of(World world) {
        return new Plant(
                world.catalog(),
                world.ledger(),
                world.lots(),
                world.stock(),
                world.genealogy(),
                world.runs().spreading(),
                world.journal(),
                world.sealer(),
                world.database()::close);
    }
}
