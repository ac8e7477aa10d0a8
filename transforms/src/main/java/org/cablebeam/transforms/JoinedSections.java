package org.cablebeam.transforms;

import java.io.Serializable;
import java.util.List;
import org.cablebeam.schemas.RawMessage;

/**
 * Messages made of the sections of cables; what {@link JoinSections} gives.
 *
 * @param bucket the share of all keys, from 0
 * @param messages one a cable, by key
 */
public record JoinedSections(int bucket, List<RawMessage> messages) implements Serializable {}
