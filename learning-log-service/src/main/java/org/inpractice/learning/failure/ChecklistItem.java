package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a facilitator sees to, in the order in which it comes up. The words are ours; that a review asks how it made sense to
 * those who were there, and is led by somebody who was not, follows S. Dekker, The Field Guide to Understanding "Human Error"
 * (3rd ed. 2014), and J. Allspaw, "Blameless PostMortems and a Just Culture" (Etsy, 2012).
 */
public enum ChecklistItem {
    @JsonProperty("not_involved_myself")
    NOT_INVOLVED_MYSELF("I was not involved in what happened, and am not the superior of those who were."),
    @JsonProperty("those_there_invited")
    THOSE_THERE_INVITED("Those who were there are invited, and families or staff who felt it are heard."),
    @JsonProperty("purpose_said")
    PURPOSE_SAID("I said at the beginning that we look for what made it possible, not for who did it."),
    @JsonProperty("timeline_first")
    TIMELINE_FIRST("We went through the timeline before anybody explained it."),
    @JsonProperty("made_sense_then")
    MADE_SENSE_THEN("For each decision we asked what made it sensible at that moment, with what was known then."),
    @JsonProperty("usual_work_asked")
    USUAL_WORK_ASKED("We asked how the work is usually done, and why it usually goes well."),
    @JsonProperty("everybody_spoke")
    EVERYBODY_SPOKE("Everybody spoke, the quiet ones before the ones in charge."),
    @JsonProperty("several_factors")
    SEVERAL_FACTORS("We did not stop at the first factor, nor look for the one cause."),
    @JsonProperty("unknowns_written")
    UNKNOWNS_WRITTEN("What we still do not know is written down."),
    @JsonProperty("actions_owned")
    ACTIONS_OWNED("Each action changes the work rather than reminds people, and has one owner and a day."),
    @JsonProperty("read_by_those_there")
    READ_BY_THOSE_THERE("Those who were there have read the review before it is completed.");

    private final String text;

    ChecklistItem(String text) {
        this.text = text;
    }

    /** What it asks of the facilitator. */
    public String text() {
        return text;
    }
}
