package stemma.intake;

/** What is looked up once for all the drafts of one request or one batch of a file. */
record LookedUp(BaseUnits units, NamesMeant names, Arrival arrival) {}
