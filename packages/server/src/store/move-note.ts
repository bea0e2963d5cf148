// What a move leaves at each of its two places, so that two writers of one log can never part ways: while it stands, nobody writes
// there. It names the other place without user or password.

/** `moved`: the cell was moved from here to `place`. `arriving`: it is on its way from `place` to here. */
export interface MoveNote {
  readonly state: 'moved' | 'arriving';
  /** How the other place is called. */
  readonly place: string;
}
