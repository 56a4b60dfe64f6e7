/**
 * The sample district: a fictional district of four schools with two school years of data, one improvement cycle that
 * worked, one that did not, a reviewed failure and a near-failure.
 *
 * <p>{@code sample-district/story.json} is what happened, request by request; {@link org.inpractice.stack.sample.SampleSeries}
 * makes the numbers; {@link org.inpractice.stack.sample.SampleDistrict} sends it all through the public REST API.
 */
package org.inpractice.stack.sample;
