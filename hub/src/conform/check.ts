import type { Outcome } from './outcome.js';
import type { Subject } from './subject.js';

/** One thing that a subgraph has to do, and how it is seen. */
export interface Check {
  /** For machines. */
  readonly name: string;
  /** What is expected, as a sentence. */
  readonly expects: string;
  readonly run: (subject: Subject) => Promise<Outcome>;
}
