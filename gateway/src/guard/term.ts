/** The variables of one request, coerced, and what was already worked out with them. */
export interface Pricing {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly known: Map<object, number>;
}

/** A number that is the same for every request, or that depends on the variables of one. */
export type Term = number | ((pricing: Pricing) => number);

/** What a term comes to. */
export function valueOf(term: Term, pricing: Pricing): number {
  return typeof term === 'number' ? term : term(pricing);
}

/** The sum of some terms. */
export function plus(terms: readonly Term[]): Term {
  const { constant, open } = sorted(terms, 0, (one, other) => one + other);
  if (open.length === 0) return constant;
  return (pricing) => open.reduce((total, term) => total + term(pricing), constant);
}

/** The largest of some terms. */
export function largest(terms: readonly Term[]): Term {
  const { constant, open } = sorted([...new Set(terms)], 0, Math.max);
  if (open.length === 0) return constant;
  return (pricing) => open.reduce((most, term) => Math.max(most, term(pricing)), constant);
}

/** The product of two terms. */
export function times(one: Term, other: Term): Term {
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  if (one === 0 || other === 0) return 0;
  return (pricing) => valueOf(one, pricing) * valueOf(other, pricing);
}

/** A term that is worked out once for a request, however often it stands in others. */
export function once(term: Term): Term {
  if (typeof term === 'number') return term;
  return ({ variables, known }) => {
    const found = known.get(term);
    if (found !== undefined) return found;
    const value = term({ variables, known });
    known.set(term, value);
    return value;
  };
}

function sorted(
  terms: readonly Term[],
  start: number,
  join: (one: number, other: number) => number,
): { constant: number; open: Exclude<Term, number>[] } {
  let constant = start;
  const open: Exclude<Term, number>[] = [];
  for (const term of terms) {
    if (typeof term === 'number') constant = join(constant, term);
    else open.push(term);
  }
  return { constant, open };
}
