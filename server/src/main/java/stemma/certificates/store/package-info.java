/** The tables of certificates. */
@NullMarked
package stemma.certificates.store;

import org.jspecify.annotations.NullMarked;
