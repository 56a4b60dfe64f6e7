/** Aims: how much, of which measure, for whom, by when. Table {@code aim}. */
package org.inpractice.cycles.aim;
