/** How a contract changes at one place. */
export type ChangeKind =
  | 'TYPE_REMOVED'
  | 'TYPE_KIND_CHANGED'
  | 'FIELD_REMOVED'
  | 'FIELD_TYPE_CHANGED'
  | 'FIELD_MADE_NULLABLE'
  | 'FIELD_MADE_PROTECTED'
  | 'FIELD_MAY_BE_NULL'
  | 'ARGUMENT_REMOVED'
  | 'ARGUMENT_REQUIRED'
  | 'ARGUMENT_TYPE_CHANGED'
  | 'DEFAULT_CHANGED'
  | 'INPUT_FIELD_REMOVED'
  | 'INPUT_FIELD_REQUIRED'
  | 'INPUT_FIELD_TYPE_CHANGED'
  | 'ENUM_VALUE_REMOVED'
  | 'ENUM_VALUE_ADDED'
  | 'MEMBER_REMOVED'
  | 'MEMBER_ADDED';

/** Changes that break nobody's document, but may surprise a program that reads its answer. */
const dangerous: ReadonlySet<ChangeKind> = new Set([
  'FIELD_MAY_BE_NULL',
  'DEFAULT_CHANGED',
  'ENUM_VALUE_ADDED',
  'MEMBER_ADDED',
]);

/** One change of a contract that whoever uses its place may feel. */
export interface Change {
  /** Its place: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. */
  readonly coordinate: string;
  readonly kind: ChangeKind;
  /** What it was and what it would be. */
  readonly said: string;
}

/** True for a change that breaks who uses its place; others are only dangerous. */
export function isBreaking({ kind }: Change): boolean {
  return !dangerous.has(kind);
}
