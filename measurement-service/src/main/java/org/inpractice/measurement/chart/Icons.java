package org.inpractice.measurement.chart;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state of the two icons of Making Data Count.
 *
 * @param variation of the last point that has a value
 * @param variationIcon its picture, with high or low
 * @param assurance from the latest phase's last limits; null without a target or with a neutral direction
 */
@Schema(name = "ChartIcons")
public record Icons(Variation variation, VariationIcon variationIcon, Assurance assurance) {}
