package org.cablebeam.transforms.parse.header;

import org.jspecify.annotations.Nullable;

/**
 * What the header says of who sent the message and which it is, for those who put its identity
 * together.
 *
 * @param station format line 3, null where there is none
 * @param page the first page line that names a station, null where there is none
 * @param number the message reference number, which is the id; null where there is none
 * @param sender format line 6, the sender as found, null where there is none
 * @param dateTimeGroup format line 5, null where there is none
 * @param marks the weight of the constructs that were found, one a kind of line, two for FM
 */
public record Header(
    @Nullable OriginatingStation station,
    @Nullable PageLine page,
    @Nullable String number,
    @Nullable String sender,
    @Nullable DateTimeGroup dateTimeGroup,
    int marks) {}
