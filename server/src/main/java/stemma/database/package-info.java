/**
 * Where the record stands: an embedded PostgreSQL of our own or a server given from outside, opened
 * as three roles (owner, application, sealer) and migrated. Every other room gets its data sources
 * from here and knows nothing of processes, ports or passwords.
 */
@NullMarked
package stemma.database;

import org.jspecify.annotations.NullMarked;
