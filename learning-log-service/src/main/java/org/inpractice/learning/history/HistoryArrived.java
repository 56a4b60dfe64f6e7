package org.inpractice.learning.history;

/** Told inside this replica after events may have arrived. A hint: who must not miss any looks at positions too. */
public record HistoryArrived() {}
