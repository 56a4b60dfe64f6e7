package org.inpractice.measurement.observation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.observation.ObservationTable.Series;

/** How somebody looks at series: {@link Disclosure} gives each the right one. */
@FunctionalInterface
public interface Sight {
    /** Of a reader who may see small groups. */
    Sight WHOLE = (connection, series, definition, periods) -> Visibility.WHOLE;

    /**
     * What may be seen of a series.
     *
     * @param periods those looked at
     */
    Visibility of(Connection connection, Series series, Definition definition, Collection<LocalDate> periods)
            throws SQLException;
}
