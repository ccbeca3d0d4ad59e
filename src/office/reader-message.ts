/**
 * What the reading worker says, in this order: how many bytes there are to look at (again when it knows better),
 * the pieces of the sheets (`SheetPiece` as JSON; each must be answered by any message), and how it ended.
 */
export type ReaderMessage =
  | { bytes: number }
  | { piece: string }
  | { done: true }
  | { refusal: { code: string; message: string } };
