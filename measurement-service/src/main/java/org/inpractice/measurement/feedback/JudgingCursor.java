package org.inpractice.measurement.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to where a district's cycles have been judged.
 *
 * @param judgedSeq in this service's stream of the district
 * @param followedSeq in what was followed of the cycles' stream of the district
 * @param ruleSet by which rules; with others everything is judged anew
 */
record JudgingCursor(long judgedSeq, long followedSeq, String ruleSet) {

    /** Districts with a started cycle and something new. Those without a cycle cost nothing here, however much they post. */
    static List<String> districtsBehind(Connection connection) throws SQLException {
        List<String> districts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select started.district_id
                from (select distinct district_id from followed_cycle where step = 'started') as started
                left join feedback_cursor done using (district_id)
                left join district_head head using (district_id)
                where done.district_id is null or done.rule_set <> ?
                    or done.judged_seq < head.last_seq
                    or done.followed_seq < (select max(step.district_seq) from followed_cycle step
                        where step.district_id = started.district_id)
                order by started.district_id
                """)) {
            statement.setString(1, RuleSet.PERLA_2.id());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    districts.add(row.getString(1));
                }
            }
        }
        return districts;
    }

    /** Where a district stands; nowhere when it was never judged. */
    static JudgingCursor read(Connection connection, String districtId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select judged_seq, followed_seq, rule_set from feedback_cursor where district_id = ?")) {
            statement.setString(1, districtId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new JudgingCursor(row.getLong(1), row.getLong(2), row.getString(3))
                        : new JudgingCursor(0, 0, "");
            }
        }
    }

    /** Where a district would stand if everything that is there now were judged. */
    static JudgingCursor now(Connection connection, String districtId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce((select last_seq from district_head where district_id = ?), 0),
                    coalesce((select max(district_seq) from followed_cycle where district_id = ?), 0)
                """)) {
            statement.setString(1, districtId);
            statement.setString(2, districtId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new JudgingCursor(row.getLong(1), row.getLong(2), RuleSet.PERLA_2.id());
            }
        }
    }

    JudgingCursor judgedTo(long sequence) {
        return new JudgingCursor(sequence, followedSeq, ruleSet);
    }

    /**
     * Moves a district on from here.
     *
     * @return false when it is somewhere else meanwhile: then another replica judged what this one has judged
     */
    boolean moveTo(JudgingCursor next, Connection connection, String districtId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into feedback_cursor as stood (district_id, judged_seq, followed_seq, rule_set)
                select ?, ?, ?, ? where ? or exists (select from feedback_cursor where district_id = ?)
                on conflict (district_id) do update
                set judged_seq = excluded.judged_seq, followed_seq = excluded.followed_seq, rule_set = excluded.rule_set
                where stood.judged_seq = ? and stood.followed_seq = ? and stood.rule_set = ?
                """)) {
            statement.setString(1, districtId);
            statement.setLong(2, next.judgedSeq);
            statement.setLong(3, next.followedSeq);
            statement.setString(4, next.ruleSet);
            statement.setBoolean(5, ruleSet.isEmpty());
            statement.setString(6, districtId);
            statement.setLong(7, judgedSeq);
            statement.setLong(8, followedSeq);
            statement.setString(9, ruleSet);
            return statement.executeUpdate() == 1;
        }
    }
}
