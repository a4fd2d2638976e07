package stemma.access;

import static stemma.access.Permission.ADMINISTER_PEOPLE;
import static stemma.access.Permission.APPEND_EVENTS;
import static stemma.access.Permission.CORRECT;
import static stemma.access.Permission.EXPORT_RECORD;
import static stemma.access.Permission.HOLD;
import static stemma.access.Permission.INSPECT;
import static stemma.access.Permission.JUDGE;
import static stemma.access.Permission.LIFT_HOLD;
import static stemma.access.Permission.MANAGE_MASTERS;
import static stemma.access.Permission.MOVE;
import static stemma.access.Permission.PRINT;
import static stemma.access.Permission.PRODUCE;
import static stemma.access.Permission.RECALL;
import static stemma.access.Permission.RECEIVE;
import static stemma.access.Permission.REPORT_FACT;
import static stemma.access.Permission.SEE_AUDIT;
import static stemma.access.Permission.SEE_RECORD;
import static stemma.access.Permission.SEE_SEAT;
import static stemma.access.Permission.SERVICE;
import static stemma.access.Permission.SHIP;
import static stemma.access.Permission.SIGN;

import java.util.Set;

/** The work a person does, as a set of permissions; given per site or for all sites. */
public enum Role {
    RECEIVING("Receiving", SEE_RECORD, RECEIVE, MOVE, INSPECT, PRINT, REPORT_FACT, HOLD, SIGN),
    OPERATOR("Operator", SEE_RECORD, PRODUCE, MOVE, INSPECT, PRINT, REPORT_FACT, HOLD, SIGN),
    SHIPPING("Shipping", SEE_RECORD, SHIP, MOVE, PRINT, REPORT_FACT, HOLD, SIGN),
    QUALITY(
            "Quality",
            SEE_RECORD,
            SEE_AUDIT,
            EXPORT_RECORD,
            HOLD,
            LIFT_HOLD,
            INSPECT,
            JUDGE,
            CORRECT,
            REPORT_FACT,
            PRINT,
            MANAGE_MASTERS,
            SIGN),
    RECALL_COORDINATOR(
            "Recall coordinator", SEE_RECORD, SEE_AUDIT, EXPORT_RECORD, HOLD, RECALL, SIGN),
    AUDITOR("Auditor, read-only", SEE_RECORD, SEE_AUDIT, EXPORT_RECORD),
    VISITING_AUDITOR("Visiting auditor, limited seat", SEE_SEAT),
    TECHNICIAN("Technician", SEE_RECORD, SERVICE, PRINT, REPORT_FACT, SIGN),
    INTEGRATOR(
            "Integrator",
            SEE_RECORD,
            EXPORT_RECORD,
            APPEND_EVENTS,
            RECEIVE,
            MOVE,
            PRODUCE,
            SHIP,
            INSPECT,
            PRINT,
            REPORT_FACT,
            MANAGE_MASTERS),
    ADMINISTRATOR("Administrator", SEE_RECORD, SEE_AUDIT, MANAGE_MASTERS, ADMINISTER_PEOPLE);

    private final String word;
    private final Set<Permission> permissions;

    Role(String word, Permission... permissions) {
        this.word = word;
        this.permissions = Set.of(permissions);
    }

    public String word() {
        return word;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Tells whether who has it makes or signs production records. */
    public boolean makesRecords() {
        return permissions.stream().anyMatch(Permission::makesRecords);
    }
}
