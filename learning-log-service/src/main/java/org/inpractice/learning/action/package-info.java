/**
 * Actions: what reviews agreed on, until when and by whom, and whether it helped.
 *
 * <ul>
 *   <li>A review agrees on actions and a completion ends one in the feature {@code failure}; {@code Actions} hears of both in
 *       the transaction that appends them.
 *   <li>Write: {@code ActionResource} → {@code Actions} → {@code ActionDecider} → {@code ActionEvent} → {@code
 *       ActionProjection}.
 *   <li>By the clock: {@code ActionClock} → {@code ActionTable}, which finds what is due → {@code Actions}.
 *   <li>Read: {@code ActionTable}; {@code ActionEffect} from what feedback told of the measure.
 * </ul>
 *
 * Tables: {@code action}, {@code action_failure}. Topic: {@code improvement.learning.v1}.
 */
package org.inpractice.learning.action;
