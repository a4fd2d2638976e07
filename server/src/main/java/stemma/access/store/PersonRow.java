package stemma.access.store;

import java.util.List;

/** A person as the tables hold one; code and name are empty once erased, site '' is every site. */
public record PersonRow(
        long id,
        String actor,
        String code,
        String printedName,
        boolean disabled,
        boolean hasPassword,
        List<String> roles,
        List<String> sites) {}
