/** An operation, or its plan, is of a kind whose answers have to be parsed. */
export class Unsuited extends Error {}
