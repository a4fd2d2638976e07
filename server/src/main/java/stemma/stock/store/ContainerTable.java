package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.ledger.Place;

import java.util.ArrayList;
import java.util.List;

/** Finds the places that are inside others: containers in containers, and at locations. */
public final class ContainerTable {
    private final JdbcClient database;

    public ContainerTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the inside of the container and of every container within it. */
    public List<Place> within(ContainerCode container) {
        return inside("select code from stock.container where code = ?", container.code());
    }

    /** Returns the place and the inside of every container that stands there, at any depth. */
    public List<Place> standingAt(Place place) {
        List<Place> places = new ArrayList<>(List.of(place));
        places.addAll(inside("select code from stock.container where place = ?", place.text()));
        return places;
    }

    private List<Place> inside(String outermost, String key) {
        return database.sql("""
                with recursive down as (
                    %s
                    union
                    select c.code from stock.container c join down d on c.parent = d.code)
                select code from down order by code
                """.formatted(outermost))
                .param(key)
                .query((row, _) ->
                        (Place) new Place.InContainer(new ContainerCode(row.getString(1))))
                .list();
    }
}
