package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Gln;
import stemma.identifiers.PartnerCode;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A firm we buy from, ship to, or have work for us, with its country, roles, reach and policy. */
public record Partner(
        PartnerCode code,
        String name,
        Country country,
        Set<PartnerRole> roles,
        PartnerReach reach,
        @Nullable Gln gln,
        PartnerPolicy policy,
        Standing standing)
        implements Master {
    public Partner {
        name = MasterText.name(name);
        roles = inOrder(roles);
    }

    /** Returns an active partner beyond our knowledge. */
    public static Partner of(PartnerCode code, String name, Country country, PartnerRole... roles) {
        return new Partner(
                code,
                name,
                country,
                Set.of(roles),
                PartnerReach.BOUNDARY,
                null,
                PartnerPolicy.USUAL,
                Standing.ACTIVE);
    }

    public Partner with(PartnerReach reach) {
        return new Partner(code, name, country, roles, reach, gln, policy, standing);
    }

    public Partner with(PartnerPolicy agreed) {
        return new Partner(code, name, country, roles, reach, gln, agreed, standing);
    }

    @Override
    public Partner with(Standing standing) {
        return new Partner(code, name, country, roles, reach, gln, policy, standing);
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(PartnerCode code) {
        return MasterKey.of(MasterKind.PARTNER, code.code());
    }

    private static Set<PartnerRole> inOrder(Collection<PartnerRole> roles) {
        if (roles.isEmpty()) {
            throw new MalformedMaster(
                    "partner_without_role",
                    "roles",
                    "a partner is a supplier, customer or subcontractor");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
}
