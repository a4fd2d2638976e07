package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Birth;
import stemma.ledger.ExternalLot;
import stemma.ledger.Passport;
import stemma.ledger.Serials;

import java.util.ArrayList;
import java.util.List;

/** The other numbers of lots born together, of partners and of units, written as two sets. */
final class LotNumbers {
    private final JdbcClient database;
    private final List<External> externals = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    private record External(long lot, ExternalLot number) {}

    private record Unit(long lot, String item, SerialNumber serial, int ordinal) {}

    LotNumbers(JdbcClient database) {
        this.database = database;
    }

    void addExternal(long lot, Passport passport) {
        passport.externalLots().forEach(number -> externals.add(new External(lot, number)));
    }

    void addSerials(long lot, Birth birth) {
        Serials serials = birth.passport().serials();
        if (serials == null) return;
        String item = birth.passport().item().code();
        for (int i = 0; i < birth.units(); i++)
            units.add(new Unit(lot, item, serials.at(i), birth.ordinal() + i));
    }

    void write() {
        writeExternals();
        writeSerials();
    }

    private void writeExternals() {
        if (externals.isEmpty()) return;
        database.sql("""
                insert into lots.external (lot, issuer, text, text_normal)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                on conflict do nothing
                """)
                .params(
                        externals.stream().map(External::lot).toArray(Long[]::new),
                        externals.stream()
                                .map(e -> e.number().issuer().code())
                                .toArray(String[]::new),
                        externals.stream().map(e -> e.number().text()).toArray(String[]::new),
                        externals.stream()
                                .map(e -> LotNumber.normal(e.number().text()))
                                .toArray(String[]::new))
                .update();
    }

    /** A number that was used before begins its next life. */
    private void writeSerials() {
        if (units.isEmpty()) return;
        database.sql("""
                insert into lots.serial (item, serial_normal, life, text, lot, ordinal)
                select s.item, s.normal,
                       1 + coalesce((select max(life) from lots.serial o
                                     where o.serial_normal = s.normal and o.item = s.item), 0),
                       s.text, s.lot, s.ordinal
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[])
                     as s (item, normal, text, lot, ordinal)
                """)
                .params(
                        units.stream().map(Unit::item).toArray(String[]::new),
                        units.stream().map(u -> u.serial().normal()).toArray(String[]::new),
                        units.stream().map(u -> u.serial().text()).toArray(String[]::new),
                        units.stream().map(Unit::lot).toArray(Long[]::new),
                        units.stream().map(Unit::ordinal).toArray(Integer[]::new))
                .update();
    }
}
