/** Run and control charts: plain functions over plain records, which are at the same time the JSON of the API. */
package org.inpractice.measurement.chart;
