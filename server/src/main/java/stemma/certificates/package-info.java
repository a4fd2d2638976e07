/**
 * Papers are nodes: the certificates that come with goods, what each claims of which lot, heat or
 * unit, whether somebody checked it and whether it was revoked; which of our lots rest on a paper,
 * where two papers claim one heat, where more came in than is certified, and which paper is
 * missing. Beside them the certificates of our own, made of the results of quality, signed as they
 * were shown. A certificate is no event: each change of it has its line in the audit trail.
 */
@NullMarked
package stemma.certificates;

import org.jspecify.annotations.NullMarked;
