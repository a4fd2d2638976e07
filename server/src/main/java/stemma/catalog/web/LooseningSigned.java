package stemma.catalog.web;

import org.springframework.stereotype.Component;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Loosening;
import stemma.catalog.Master;
import stemma.catalog.MasterJson;
import stemma.journal.CanonicalJson;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Offered;
import stemma.signatures.Signatures;

import java.util.Optional;

/** The signature over a change of an item that lessens control: an item is of every site. */
@Component
class LooseningSigned {
    private final Catalog catalog;
    private final Signatures signatures;

    LooseningSigned(Catalog catalog, Signatures signatures) {
        this.catalog = catalog;
        this.signatures = signatures;
    }

    /** Returns the signature where the change needs one and somebody is named who gives it. */
    Optional<Offered> offered(Caller caller, Master master, Credentials typed) {
        if (typed.signer().isBlank() || !isLess(master)) return Optional.empty();
        Digest digest = Digest.of(CanonicalJson.bytes(MasterJson.of(master)));
        return Optional.of(signatures.second().offered(caller, typed, digest, Optional.empty()));
    }

    private boolean isLess(Master after) {
        return after instanceof Item now
                && catalog.find(now.key())
                        .filter(before ->
                                !Loosening.of((Item) before.master(), now).isEmpty())
                        .isPresent();
    }
}
