/**
 * The library of change ideas: each with its warrant, where it was tested and what was decided there. An idea that a plan
 * named first is in it too, without a warrant yet. An owner may share an idea with other districts. Table {@code
 * change_idea}; reads the table {@code cycle}.
 */
package org.inpractice.cycles.idea;
