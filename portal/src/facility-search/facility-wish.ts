import { askedText } from '../search/asked-text.js';
import { facilityTypes } from '../record/facility-types.js';

/** What houses somebody looks for. The page's address says it. */
export interface FacilityWish {
  readonly text: string;
  /** Kind of house; null for any. */
  readonly type: string | null;
  /** Codes of what the house must have. */
  readonly needs: readonly string[];
  /** Which page of the list, the first is 1. */
  readonly page: number;
}

/** Characters of a text that are looked for. */
const longestText = 60;

/** Reads a wish from an address or a form. What nobody can have chosen on the page is left out. */
export function facilityWishOf(said: URLSearchParams): FacilityWish {
  const type = said.get('type') ?? '';
  return {
    text: askedText(said.get('text'), longestText),
    type: Object.hasOwn(facilityTypes, type) ? type : null,
    needs: [...new Set(said.getAll('need').filter((code) => /^[A-Z_]{1,40}$/.test(code)))],
    page: Math.max(1, Number(/^\d{1,4}$/.exec(said.get('page') ?? '')?.[0] ?? 1)),
  };
}

/** The address that says a wish. */
export function facilityAddress({ text, type, needs, page }: FacilityWish): string {
  const said = new URLSearchParams();
  if (text) said.set('text', text);
  if (type) said.set('type', type);
  for (const need of needs) said.append('need', need);
  if (page > 1) said.set('page', String(page));
  return said.size > 0 ? `/facilities?${said.toString()}` : '/facilities';
}
