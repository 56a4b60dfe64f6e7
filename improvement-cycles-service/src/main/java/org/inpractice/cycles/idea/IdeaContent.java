package org.inpractice.cycles.idea;

import java.util.UUID;

/**
 * The whole of an idea, as its events tell it.
 *
 * @param description what is done, or null
 * @param warrant why it may work
 * @param owner who answers for it
 */
public record IdeaContent(UUID changeIdeaId, String title, String description, Warrant warrant, String owner) {}
