/**
 * What rows are that stand below the name of an event and leave it to the row above: the sessions of one course, or events of their own.
 * Where nobody says it, they are sessions when nothing in them speaks against it.
 */
export type RowsMeaning = 'sessions' | 'separate';
