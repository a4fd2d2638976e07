package stemma.certificates;

import stemma.receiving.SupplierDocument;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the audit trail keeps of a certificate and of what was found out about it. */
final class CertificateText {
    private CertificateText() {}

    static ObjectNode json(KeptCertificate kept) {
        return json(kept.paper()).put("standing", kept.standing());
    }

    static ObjectNode json(Certificate paper) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", paper.id().toString()).put("site", paper.site().code());
        json.put("kind", paper.kind().code()).put("issuer", paper.issuer().code());
        json.put("number", paper.number().code())
                .put("issuedOn", paper.issuedOn().toString());
        if (paper.validUntil() != null)
            json.put("validUntil", paper.validUntil().toString());
        if (paper.receipt() != null) json.put("receipt", paper.receipt().code());
        SupplierDocument file = paper.file();
        if (file != null) json.put("file", file.name()).put("sha256", file.sha256());
        ArrayNode claims = json.putArray("claims");
        for (Claim claim : paper.claims()) {
            ObjectNode one = claims.addObject();
            one.put("by", claim.by().name().toLowerCase(java.util.Locale.ROOT));
            one.put("text", claim.text()).put("issuer", claim.issuer().code());
            if (claim.item() != null) one.put("item", claim.item().code());
            if (claim.quantity() != null) one.put("quantity", claim.quantity().toString());
            ArrayNode values = one.putArray("values");
            claim.values().forEach(value -> values.add(value.line()));
        }
        return json;
    }

    static ObjectNode json(Verification found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("outcome", found.outcome().name().toLowerCase(java.util.Locale.ROOT))
                .put("at", found.at().toString())
                .put("how", found.how());
    }
}
