import { readTriState, type TriState } from '../cell/tri-state.js';
import { oneWord } from '../cell/word.js';
import type { Row } from '../row.js';

/** What a list says of an offer from outside the city hall: who offers it, and whether one takes part at one's own responsibility. */
export interface ExternalTerms {
  readonly providerKind?: (typeof kinds)[keyof typeof kinds];
  readonly ownResponsibility?: TriState;
}

const kinds = {
  大学: 'UNIVERSITY',
  学校: 'SCHOOL',
  博物館: 'MUSEUM',
  姉妹都市: 'SISTER_CITY',
  友好都市: 'SISTER_CITY',
  '文化・芸術': 'CULTURE',
  文化財: 'HERITAGE',
  環境: 'ENVIRONMENT',
  東京都: 'PREFECTURE',
  '都・国': 'PREFECTURE',
  民間: 'PRIVATE',
} as const;

/** Reads them. */
export const externalTermsOf = (
  row: Row,
): { [Name in keyof ExternalTerms]: ExternalTerms[Name] | undefined } => ({
  providerKind: row.read('providerKind', oneWord(kinds)),
  ownResponsibility: row.read('ownResponsibility', readTriState),
});
