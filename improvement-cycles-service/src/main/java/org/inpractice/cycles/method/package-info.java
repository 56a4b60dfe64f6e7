/**
 * The method as it is asked for here, for people: step by step, with every refusal and what it teaches, templates and an
 * exemplary cycle. The words are in {@code method/method.json}; {@link org.inpractice.cycles.method.MethodGuide} reads them,
 * {@link org.inpractice.cycles.method.MethodPages} makes a page of them.
 */
package org.inpractice.cycles.method;
