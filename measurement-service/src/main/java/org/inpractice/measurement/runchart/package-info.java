/** Run charts: plain functions over plain numbers. Nothing of a framework, a database or a district in here. */
package org.inpractice.measurement.runchart;
