import type { ErrorCode } from './codes.js';

/**
 * Every way in which a subgraph may fail to give a usable answer, as log and metrics name it, with the
 * one code under which a client learns of it. A table.
 */
const codes = {
  // Before anything was sent.
  'name-unknown': 'SUBGRAPH_UNREACHABLE',
  refused: 'SUBGRAPH_UNREACHABLE',
  'no-route': 'SUBGRAPH_UNREACHABLE',
  'certificate-expired': 'SUBGRAPH_UNREACHABLE',
  'certificate-untrusted': 'SUBGRAPH_UNREACHABLE',
  'certificate-of-another': 'SUBGRAPH_UNREACHABLE',
  'tls-failed': 'SUBGRAPH_UNREACHABLE',
  'reset-before-sending': 'SUBGRAPH_UNREACHABLE',
  'late-before-sending': 'DEADLINE_EXCEEDED',
  'breaker-open': 'SUBGRAPH_UNREACHABLE',
  // After something was sent.
  'reset-after-sending': 'SUBGRAPH_UNREACHABLE',
  late: 'DEADLINE_EXCEEDED',
  'asker-gone': 'DEADLINE_EXCEEDED',
  overloaded: 'SUBGRAPH_UNREACHABLE',
  failing: 'SUBGRAPH_UNREACHABLE',
  'gateway-refused': 'SUBGRAPH_FAILED',
  'other-schema': 'SUBGRAPH_SCHEMA_DIFFERS',
  'too-large': 'SUBGRAPH_ANSWER_MALFORMED',
  'not-unpackable': 'SUBGRAPH_ANSWER_MALFORMED',
  'wrong-type': 'SUBGRAPH_ANSWER_MALFORMED',
  'not-json': 'SUBGRAPH_ANSWER_MALFORMED',
  'wrong-shape': 'SUBGRAPH_ANSWER_MALFORMED',
  'exchange-failed': 'SUBGRAPH_UNREACHABLE',
} as const satisfies Record<string, ErrorCode>;

/** One way in which a subgraph failed to give a usable answer; a label for log and metrics, never for a client. */
export type Fault = keyof typeof codes;

/** The code under which a client learns of a fault. */
export function codeOfFault(fault: Fault): ErrorCode {
  return codes[fault];
}

const beforeTheWork: ReadonlySet<Fault> = new Set<Fault>([
  'name-unknown',
  'refused',
  'no-route',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-of-another',
  'tls-failed',
  'reset-before-sending',
  'late-before-sending',
  'breaker-open',
  'gateway-refused',
  'other-schema',
]);

/** True when a fault proves that the subgraph did nothing of what it was asked. */
export function isBeforeTheWork(fault: Fault): boolean {
  return beforeTheWork.has(fault);
}

const passing: ReadonlySet<Fault> = new Set<Fault>([
  'name-unknown',
  'refused',
  'no-route',
  'reset-before-sending',
  'reset-after-sending',
  'overloaded',
]);

/** True when the same question may well be answered a moment later. */
export function isPassing(fault: Fault): boolean {
  return passing.has(fault);
}

const ofTheQuestion: ReadonlySet<Fault> = new Set<Fault>([
  'asker-gone',
  'breaker-open',
  'gateway-refused',
  'other-schema',
  'too-large',
  'not-unpackable',
  'wrong-type',
  'not-json',
  'wrong-shape',
]);

/**
 * True when a fault says that a subgraph is not well. An answer that cannot be used does not: else whoever
 * finds one question with such an answer could shut the subgraph for everybody.
 */
export function isOfTheSubgraph(fault: Fault): boolean {
  return !ofTheQuestion.has(fault);
}
