package org.inpractice.measurement.measure;

import java.util.List;
import java.util.Objects;
import org.inpractice.measurement.measure.MeasureCommand.DefineMeasure;
import org.inpractice.measurement.measure.MeasureCommand.Fixed;
import org.inpractice.measurement.measure.MeasureCommand.ReviseMeasure;
import org.inpractice.measurement.measure.MeasureEvent.MeasureDefined;
import org.inpractice.measurement.measure.MeasureEvent.MeasureRevised;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of a measure: its words may change, what it counts may not, so that a series stays one series. */
final class MeasureDecider implements Decider<MeasureCommand, Measure, MeasureEvent> {
    @Override
    public Measure initialState() {
        return Measure.UNDEFINED;
    }

    @Override
    public List<MeasureEvent> decide(MeasureCommand command, Measure measure) {
        return switch (command) {
            case DefineMeasure define -> define(define, measure);
            case ReviseMeasure revise -> revise(revise, measure);
        };
    }

    private static List<MeasureEvent> define(DefineMeasure define, Measure measure) {
        if (measure.isDefined()) {
            throw new Refusal(MeasureRule.MEASURE_ALREADY_DEFINED, "Read it, and change its words with PUT.");
        }
        return List.of(new MeasureDefined(
                define.measureId(),
                define.name(),
                define.kind(),
                define.valueType(),
                define.unit(),
                define.direction(),
                define.period(),
                define.owner(),
                define.description(),
                ValueType.countsPeople(define.valueType(), define.countsPeople())));
    }

    private static List<MeasureEvent> revise(ReviseMeasure revise, Measure measure) {
        if (!measure.isDefined()) {
            throw new Refusal(MeasureRule.MEASURE_NOT_DEFINED, "Define it first with POST measures.");
        }
        Fixed told = revise.fixed();
        Fixed is = measure.fixed();
        mustStay("kind", told.kind(), is.kind());
        mustStay("valueType", told.valueType(), is.valueType());
        mustStay("unit", told.unit(), is.unit());
        mustStay("direction", told.direction(), is.direction());
        mustStay("period", told.period(), is.period());
        mustStay("countsPeople", told.countsPeople(), is.countsPeople());
        if (Objects.equals(revise.name(), measure.name())
                && Objects.equals(revise.owner(), measure.owner())
                && Objects.equals(revise.description(), measure.description())) {
            return List.of();
        }
        return List.of(new MeasureRevised(revise.measureId(), revise.name(), revise.owner(), revise.description()));
    }

    private static void mustStay(String field, Object told, Object is) {
        if (told != null && !told.equals(is)) {
            throw new Refusal(
                    MeasureRule.MEASURE_DEFINITION_IS_FIXED,
                    field,
                    "Define a new measure: points before and after such a change would not be comparable.");
        }
    }

    @Override
    public Measure evolve(Measure measure, MeasureEvent event) {
        return switch (event) {
            case MeasureDefined defined ->
                new Measure(
                        new Fixed(
                                defined.kind(),
                                defined.valueType(),
                                defined.unit(),
                                defined.direction(),
                                defined.period(),
                                defined.countsPeople()),
                        defined.name(),
                        defined.owner(),
                        defined.description());
            case MeasureRevised revised ->
                new Measure(measure.fixed(), revised.name(), revised.owner(), revised.description());
        };
    }
}
