import type { Address } from '../value/address.js';

/** What the matcher reads of a room. */
export interface RoomEntry {
  readonly name: { readonly ja: string };
  readonly aliases?: readonly string[] | null;
  readonly floor?: string | null;
}

/** What the matcher reads of a facility. */
export interface RegisterEntry {
  readonly code: string;
  readonly name: { readonly ja: string; readonly kana?: string | null };
  readonly aliases?: readonly string[] | null;
  readonly address?: Readonly<Address> | null;
  readonly rooms?: readonly RoomEntry[] | null;
}

/** A spelling of which a person decided what it means. */
export interface LearnedSpelling {
  readonly text: string;
  readonly facilityCode: string;
  readonly room?: string | null;
}

/** Whether a text names one facility beyond doubt, perhaps one, or none of the register. */
export type Verdict = 'CERTAIN' | 'UNCERTAIN' | 'NONE';

/** A facility that a text may mean; the score lies between 0 and 1, the reason is a sentence in Japanese. */
export interface Candidate {
  readonly facilityCode: string;
  readonly room: string | null;
  readonly score: number;
  readonly reason: string;
}

/** What a text was read as. `facilityCode` is only set when it is certain; candidates come best first, 5 at most. */
export interface VenueReading {
  readonly verdict: Verdict;
  readonly facilityCode: string | null;
  readonly room: string | null;
  readonly score: number;
  readonly reason: string;
  readonly candidates: readonly Candidate[];
}
