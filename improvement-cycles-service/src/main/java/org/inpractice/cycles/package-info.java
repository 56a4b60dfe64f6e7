/**
 * improvement-cycles-service: what a district wants to achieve, and the tests of change on the way there.
 *
 * <ul>
 *   <li>{@code team}: who works together, in which role; whether a person may own something now
 *   <li>{@code goal}: what the district wants in the long run, tied to priorities of the state and its own
 *   <li>{@code aim}: how much, of which measure, for whom, by when
 *   <li>{@code idea}: the library of change ideas, with warrants and what became of them; what districts share
 *   <li>{@code driver}: what drives an aim, and which ideas may move it
 *   <li>{@code theory}: the driver diagram of an aim, also drawn; what is an orphan in it
 *   <li>{@code cycle}: plan, do, study, act, as a state machine that requires the method; the ladder of an idea's cycles
 *   <li>{@code feedback}: what measurement-service has said of cycles and their data, as known at any instant
 *   <li>{@code method}: the method for people, step by step, with every refusal and an exemplary cycle
 *   <li>{@code fidelity}: whether the method is really practised, found out from events
 *   <li>{@code calibration}: predictions against what came
 *   <li>{@code hindsight}: what was known when something was decided, and what is known today
 *   <li>{@code barrier}: what holds up aims and cycles, who owns it, how long it stands
 *   <li>{@code leadership}: reviews held, the cadence a district sets itself, whether it is kept
 *   <li>{@code capacity}: coaching and training, what coaches carry, who leads without help
 *   <li>{@code assessment}: which change idea first
 *   <li>{@code portfolio}: work in progress and its limits, what has stalled, who carries what
 * </ul>
 *
 * Topic: {@code improvement.cycles.v1}; {@code feedback} follows {@code improvement.measures.v1}. The tables are named in
 * each package.
 */
package org.inpractice.cycles;
