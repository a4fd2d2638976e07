/**
 * The desk at which events are given in, by a person's page, a program or a file alike: what people
 * call things is resolved to what the ledger knows, obvious values are filled in, the permission
 * and the signature are seen to, and then the one door is used. What stands against an event is
 * told as objections; the right person may then state it as a fact.
 */
@NullMarked
package stemma.intake;

import org.jspecify.annotations.NullMarked;
