package org.cablebeam.transforms;

import java.io.Serializable;
import java.util.List;
import org.cablebeam.schemas.RawMessage;

/**
 * Messages made of the sections of cables; what {@link JoinSections} gives.
 *
 * @param share the share of all ids, from 0
 * @param messages one a cable, by id
 */
public record JoinedSections(int share, List<RawMessage> messages) implements Serializable {}
