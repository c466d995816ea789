/** One thing that is not as it should be. */
export interface Fault {
  /** Where: a type, a field, a header, a path; left out where the check says it. */
  readonly place?: string;
  /** What was found. */
  readonly found: string;
  /** What to do. */
  readonly remedy: string;
}

/** How a check came out. */
export type Outcome =
  | { readonly state: 'met' }
  | { readonly state: 'untried'; readonly why: string }
  | { readonly state: 'broken'; readonly faults: readonly Fault[] };

/** Says that a check could not be made, and why. */
export function untried(why: string): Outcome {
  return { state: 'untried', why };
}

/** Met when nothing was found, else broken by all that was. */
export function outcomeOf(faults: readonly Fault[]): Outcome {
  return faults.length === 0 ? { state: 'met' } : { state: 'broken', faults };
}
