package stemma.demo;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Lives through the days of the plant, one after the other, and returns what was told of them. */
final class PlantDays {
    private static final int SILO_FILL_DAYS = 8;
    private static final int SILO_DRAIN_DAYS = 67;
    private static final int TANK_FILL_DAYS = 2;
    private static final int TANK_DRAIN_DAYS = 4;

    private PlantDays() {}

    /** Returns the acts of all days up to the last ten o'clock before the start, in their order. */
    static List<Act> told(long seed, Instant start) {
        Random random = new Random(seed);
        Story story = new Story(Workdays.before(start, Firm.ZONE), random);
        Floor floor = new Floor(story, new Stores(), new Numbers(), new Schedule(random));
        Laboratory laboratory = new Laboratory(story);
        Kitchen kitchen = new Kitchen(floor);
        Totes totes = new Totes(story);
        Pools pools = new Pools();
        Incident incident = new Incident(floor, kitchen, laboratory, totes);
        Receiving receiving = new Receiving(floor, laboratory);
        Vessel silo = new Vessel(
                floor, laboratory, Firm.SILO, Ingredient.FLOUR, SILO_FILL_DAYS, SILO_DRAIN_DAYS);
        Vessel tank = new Vessel(
                floor, laboratory, Firm.TANK, Ingredient.CREAM, TANK_FILL_DAYS, TANK_DRAIN_DAYS);
        Lines lines = new Lines(floor, kitchen, laboratory, silo, tank, totes, incident, pools);
        Dock dock = new Dock(floor, incident);
        Mishaps mishaps = new Mishaps(floor, laboratory, lines, dock);
        Story beside = new Story(story.days(), new Random(seed + 1));
        Samples samples = new Samples(beside);
        new Opening(floor).open(pools);
        for (int day = 0; day <= Workdays.TODAY; day++) {
            laboratory.release(day);
            receiving.receive(day);
            incident.receive(day);
            silo.attend(day);
            tank.attend(day);
            incident.prepare(day);
            lines.run(day);
            incident.tidy(day);
            dock.ship(day);
            mishaps.on(day);
            samples.keep(day, lines.today());
        }
        new CitricAcid(beside, samples).tell();
        story.takeOver(beside);
        return story.told();
    }
}
