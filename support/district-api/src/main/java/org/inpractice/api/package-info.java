/**
 * The doors every service shares, so that all three behave alike.
 *
 * <ul>
 *   <li>In: {@link org.inpractice.api.DistrictDoor} lets a token into its own districts only, {@link
 *       org.inpractice.api.VerifiedTokens} remembers it for a minute; {@link
 *       org.inpractice.api.DistrictRequest} is what one request says about itself; {@link
 *       org.inpractice.api.DistrictWrites} runs its command in one transaction, with {@link
 *       org.inpractice.api.IdempotencyKeys idempotency}, {@code ETag} and {@code If-Match}.
 *   <li>Out: {@link org.inpractice.api.StreamRelay} publishes, {@link org.inpractice.api.EventsResource} replays, both in
 *       the service's {@link org.inpractice.stream.PublishedForm}.
 *   <li>Across: {@link org.inpractice.api.Followers} apply other services' events; {@link
 *       org.inpractice.api.ReadModels} rebuild; {@link org.inpractice.api.AdminResource} shows and releases.
 *   <li>Wrong: {@link org.inpractice.api.Problems} (RFC 9457), the exception mappers, {@link
 *       org.inpractice.api.StrictJson}.
 * </ul>
 *
 * Table: {@code idempotency_key}. No rule of the method and no word of a service's domain belongs here.
 */
package org.inpractice.api;
