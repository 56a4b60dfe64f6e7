package org.inpractice.learning.action;

/**
 * When to remind of an action: some days before it is due, on its day, and each week begun after it, for some weeks. Seven
 * days and eight weeks are our choice: a week is when a team meets next, and what nobody did for two months needs a
 * decision, not another reminder. Both are settings.
 *
 * @param daysBefore 0: not before the day itself
 * @param overdueWeeks 0: not after it
 */
record ReminderTerms(int daysBefore, int overdueWeeks) {
    private static final int A_YEAR_OF_DAYS = 365;
    private static final int A_YEAR_OF_WEEKS = 52;

    ReminderTerms {
        if (daysBefore < 0 || daysBefore > A_YEAR_OF_DAYS || overdueWeeks < 0 || overdueWeeks > A_YEAR_OF_WEEKS) {
            throw new IllegalArgumentException("inpractice.actions.remind-days-before is 0 to 365 days,"
                    + " inpractice.actions.remind-overdue-weeks 0 to 52 weeks");
        }
    }
}
