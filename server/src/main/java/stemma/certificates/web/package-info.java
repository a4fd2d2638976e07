/** The pages of certificates and the same as JSON. */
@NullMarked
package stemma.certificates.web;

import org.jspecify.annotations.NullMarked;
