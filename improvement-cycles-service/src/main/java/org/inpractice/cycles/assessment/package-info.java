/**
 * Which change idea first: what people think an idea would bring and cost, and the ranking that follows. Table {@code
 * idea_assessment}, one row a version.
 */
package org.inpractice.cycles.assessment;
