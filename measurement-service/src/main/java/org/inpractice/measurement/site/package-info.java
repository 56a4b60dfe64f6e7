/**
 * The sites of a district: which there are, how they are called, which have closed.
 *
 * <p>A district may register its sites or not. Once it says that its register is complete, an observation of a site nobody
 * has registered is refused, so that a slip in an id does not begin a new series. Tables: {@code site}, {@code
 * site_register}.
 */
package org.inpractice.measurement.site;
