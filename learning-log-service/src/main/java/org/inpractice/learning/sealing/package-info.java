/**
 * Texts that people wrote, sealed so that they can be erased: whatever holds them (event table, topic, history, read tables)
 * holds an unreadable form, and only {@code text_key} has the keys.
 *
 * <ul>
 *   <li>Write: {@code Seals.sealer} gives a {@code Sealer} for one report; it makes {@code SealedText}.
 *   <li>Read: {@code Seals.opener} gives an {@code Opener} for any number of reports. An erased text reads as {@code
 *       redacted}.
 *   <li>Erase: {@code Seals.erase} deletes keys, in the transaction of the event that says so.
 *   <li>Compare without reading: {@code Seals.fingerprint}, for an index of words and for idempotency keys.
 * </ul>
 *
 * A text is bound to its district, to the aggregate whose event carries it, and to its place in that event's data (names
 * joined by dots, without positions: {@code lessons}, {@code actions.what}). Put elsewhere it does not open.
 *
 * <p>Tables: {@code text_key}, {@code fingerprint_key}. Neither is a read model: a rebuild cannot make a key.
 */
package org.inpractice.learning.sealing;
