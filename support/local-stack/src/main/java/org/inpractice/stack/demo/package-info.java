/**
 * {@code ./dev demo}: the feedback of four cycles as readable text, and for the events behind it the way they took from
 * REST over stream and topic to the read model.
 */
package org.inpractice.stack.demo;
