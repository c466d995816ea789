import type { Definitions } from './definitions.js';
import type { BuilderQuestion } from './question-address.js';

/** What each part of the builder is given: the question as it stands, and how to change it. */
export interface BuilderPartProps {
  readonly definitions: Definitions;
  readonly question: BuilderQuestion;
  readonly onChange: (change: Partial<BuilderQuestion>) => void;
}
