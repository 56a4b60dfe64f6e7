/**
 * The theory of an aim: what drives it (primary drivers), what drives those (secondary drivers), and which change ideas may
 * move them. {@link org.inpractice.cycles.driver.DriverTree} holds the rules of the tree. Table {@code driver}.
 */
package org.inpractice.cycles.driver;
