package org.inpractice.cycles.theory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.aim.AimState;
import org.inpractice.cycles.idea.IdeaState;
import org.inpractice.cycles.theory.DriverDiagram.AimNode;
import org.inpractice.cycles.theory.DriverDiagram.DriverNode;
import org.inpractice.cycles.theory.DriverDiagram.IdeaNode;
import org.inpractice.cycles.theory.DriverDiagram.MeasureNode;

/** Diagrams of many sizes, for tests and for looking at. */
final class Gallery {
    private static final List<String> DRIVERS = List.of(
            "Families trust the school",
            "Families know on the first day that their child is missing",
            "Getting to school is safe and simple",
            "Students want to be here",
            "Health problems are met early",
            "Teachers see who is missing",
            "First period is worth getting up for",
            "Every absence gets one answer, from one person, in the family's language");
    private static final List<String> IDEAS = List.of(
            "Call home on the second day of absence",
            "Letters that say how many days were missed, compared with classmates",
            "Walking school bus on three routes",
            "Breakfast in the classroom",
            "A mentor who asks at the door every morning",
            "Bus passes for families without a car");

    private Gallery() {}

    static IdeaNode idea(int number, String title) {
        return new IdeaNode(
                new UUID(3, number),
                title,
                number % 7 == 5 ? IdeaState.UNWARRANTED : IdeaState.ACTIVE,
                number % 4,
                number % 2,
                number % 3 == 1 ? 1 : 0,
                number % 4 == 2 ? 2 : 0,
                0);
    }

    static DriverNode driver(int number, String name, List<DriverNode> under, List<IdeaNode> ideas) {
        return new DriverNode(
                new UUID(2, number),
                name,
                "primary",
                null,
                number % 3 == 0 ? null : "Dana Reyes",
                number % 4 == 0 ? List.of() : List.of(new MeasureNode(new UUID(4, 1), "Calls made before 10 o'clock")),
                under,
                ideas);
    }

    static DriverDiagram of(String statement, List<DriverNode> drivers, List<IdeaNode> others) {
        return new DriverDiagram(
                new AimNode(
                        new UUID(1, 1),
                        statement,
                        AimState.ACTIVE,
                        new MeasureNode(new UUID(4, 2), "Chronic absenteeism"),
                        Direction.DECREASE,
                        new BigDecimal("24.0"),
                        new BigDecimal("15"),
                        LocalDate.of(2027, 6, 30),
                        "Principal, Garfield Elementary",
                        null,
                        List.of()),
                drivers,
                others);
    }

    static DriverDiagram empty() {
        return of(
                "Cut chronic absenteeism at our four schools from 24 to 15 percent by June 2027", List.of(), List.of());
    }

    static DriverDiagram three() {
        return of(
                "Cut chronic absenteeism at our four schools from 24 to 15 percent by June 2027",
                List.of(driver(1, DRIVERS.get(0), List.of(), List.of(idea(1, IDEAS.get(0))))),
                List.of());
    }

    /** Primary drivers, secondary ones under each, ideas under those. */
    static DriverDiagram sized(int primary, int secondary, int ideas) {
        List<DriverNode> drivers = new ArrayList<>();
        int number = 0;
        for (int p = 0; p < primary; p++) {
            List<DriverNode> under = new ArrayList<>();
            for (int s = 0; s < secondary; s++) {
                List<IdeaNode> below = new ArrayList<>();
                for (int i = 0; i < ideas; i++) {
                    number++;
                    below.add(idea(number, IDEAS.get(number % IDEAS.size())));
                }
                number++;
                under.add(driver(number, DRIVERS.get(number % DRIVERS.size()), List.of(), below));
            }
            number++;
            List<IdeaNode> own = p % 2 == 0 ? List.of(idea(number, IDEAS.get(p % IDEAS.size()))) : List.of();
            drivers.add(driver(number, DRIVERS.get(p % DRIVERS.size()), under, own));
        }
        return of(
                "Cut chronic absenteeism at our four schools from 24 to 15 percent by June 2027",
                drivers,
                List.of(idea(98, "Perfect attendance awards"), idea(99, "Robocalls in the evening")));
    }

    static DriverDiagram longWords() {
        String word = "Schülerbeförderungskostenerstattungsverordnung".repeat(4);
        String long1 =
                "Every family whose child has missed more than two days in any month hears from one person it knows, "
                        .repeat(12);
        DriverNode deep = driver(
                3,
                "Third level <b>& \"quoted\"</b> 欠席を減らすための早期の電話連絡と家庭訪問を行う担任の先生の支援",
                List.of(),
                List.of(idea(1, word), idea(2, long1)));
        DriverNode middle = driver(4, long1, List.of(deep), List.of());
        return of(
                long1, List.of(driver(5, word, List.of(middle), List.of(idea(4, "Short")))), List.of(idea(12, long1)));
    }
}
