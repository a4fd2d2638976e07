package stemma.demo;

import stemma.access.Role;
import stemma.identifiers.ActorId;
import stemma.journal.Author;

import java.util.Locale;

/** The people of the named world, their roles, and the device each is known by. */
enum Crew {
    ROSA("Rosa Meyer", Role.RECEIVING, "scanner-dock-in"),
    OTTO("Otto Brandt", Role.OPERATOR, "scanner-line-2"),
    LENA("Lena Ford", Role.OPERATOR, "scanner-line-1"),
    SENA("Sena Aydin", Role.SHIPPING, "scanner-dock-out"),
    QUINN("Quinn Parker", Role.QUALITY, "quality-desk"),
    REMY("Remy Laurent", Role.RECALL_COORDINATOR, "recall-desk"),
    AUDRA("Audra Bell", Role.AUDITOR, "browser"),
    TEO("Teo Marsh", Role.TECHNICIAN, "workshop"),
    IVO("Ivo Novak", Role.INTEGRATOR, "integration"),
    ADA("Ada Holm", Role.ADMINISTRATOR, "office"),
    /** Stands in for Ada: the last administrator cannot be given a new password. */
    BENO("Beno Fink", Role.ADMINISTRATOR, "office");

    private final String fullName;
    private final Role role;
    private final String device;

    Crew(String fullName, Role role, String device) {
        this.fullName = fullName;
        this.role = role;
        this.device = device;
    }

    ActorId actor() {
        return new ActorId(name().toLowerCase(Locale.ROOT));
    }

    /** Returns the name as it is printed beside a signature. */
    String fullName() {
        return fullName;
    }

    Role role() {
        return role;
    }

    Author author() {
        return new Author(actor(), "demo", device);
    }
}
