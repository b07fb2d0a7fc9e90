package se.bofast.access;

import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;

/// A board has been founded, in this transaction and within the reach of the house for it: rooms
/// give it what every board begins with.
///
/// @param area its default area
public record BoardFounded(BoardId board, AreaId area) {}
