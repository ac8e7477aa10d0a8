package org.cablebeam.transforms.staging;

import java.io.Serializable;

/**
 * A file of ledger entries: those of a part's inputs, or corrections of such.
 *
 * @param order pieces of inputs are put together in this order
 * @param path where it lies
 * @param corrections whether its entries are to be added to those of the same input
 */
public record LedgerPiece(int order, String path, boolean corrections) implements Serializable {}
