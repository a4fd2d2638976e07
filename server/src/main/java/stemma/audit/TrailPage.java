package stemma.audit;

import java.util.List;
import java.util.Optional;

/** A page of the audit trail, newest first, and where the next one begins if there is one. */
public record TrailPage(List<AuditEntry> entries, Optional<Long> next) {}
