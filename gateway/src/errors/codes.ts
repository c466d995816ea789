/** Every code a client of the gateway may meet; clients switch on it, people read the message. */
export const errorCodes = [
  'BAD_REQUEST',
  'PARSE_FAILED',
  'VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'DOCUMENT_NOT_TRUSTED',
  'LIMIT_EXCEEDED',
  'COST_EXCEEDED',
  'RATE_EXCEEDED',
  'DEADLINE_EXCEEDED',
  'NOT_PLANNABLE',
  'NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'UNAVAILABLE',
  'EVENTS_MISSED',
  'SUBGRAPH_UNREACHABLE',
  'SUBGRAPH_ANSWER_MALFORMED',
  'SUBGRAPH_FAILED',
  'SUBGRAPH_SCHEMA_DIFFERS',
  'OUTCOME_UNKNOWN',
  'INTERNAL',
] as const;

/** One of the closed list of codes. */
export type ErrorCode = (typeof errorCodes)[number];

/** The codes a department may say itself; any other code of a department becomes SUBGRAPH_FAILED. */
const departmentCodes: ReadonlySet<string> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'UNAVAILABLE',
]);

/** The code under which a client learns of an error that a department reported, and nothing else of it. */
export function codeOfDepartment(code: unknown): ErrorCode {
  // The set holds error codes only.
  return typeof code === 'string' && departmentCodes.has(code)
    ? (code as ErrorCode)
    : 'SUBGRAPH_FAILED';
}

const sentences: Partial<Record<ErrorCode, string>> = {
  BAD_USER_INPUT: 'The department did not accept what was sent for this field.',
  UNAUTHENTICATED: 'This field needs a caller who has signed in.',
  FORBIDDEN: 'This caller may not see this field.',
  NOT_FOUND: 'What this field names does not exist.',
  CONFLICT: 'The present state does not allow this; read again and decide.',
  UNAVAILABLE: 'The department cannot answer this field at the moment; ask again later.',
  DEADLINE_EXCEEDED: 'The department did not answer this field in time; ask again later.',
  SUBGRAPH_UNREACHABLE: 'The department of this field cannot be reached; ask again later.',
  SUBGRAPH_ANSWER_MALFORMED: 'The department gave an answer for this field that cannot be used.',
  SUBGRAPH_FAILED: 'The department could not answer this field.',
  SUBGRAPH_SCHEMA_DIFFERS:
    'The department speaks another edition of its schema than the one served here; its operator can see that.',
  OUTCOME_UNKNOWN:
    'Whether the department did this is not known: it was asked and gave no usable answer. Read the present state before asking again.',
  INTERNAL: 'The gateway failed on this request; the log names it by its request id.',
};

/** The one neutral sentence a client reads for a code, whatever was said behind the gateway. */
export function sentenceOf(code: ErrorCode): string {
  return sentences[code] ?? 'This field could not be answered.';
}
