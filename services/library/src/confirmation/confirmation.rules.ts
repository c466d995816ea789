import type { Provenance } from '@manabi/kit/value/provenance';

/** The provenance of a record of which its department spoke just now: no file and no sample writes over it any more. */
export const spokenFor = (
  { provenance }: { readonly provenance: Provenance },
  now: Date,
): Provenance => ({
  department: provenance.department,
  dataset: null,
  asOf: now,
  licence: provenance.licence ?? null,
  sample: provenance.sample,
});
