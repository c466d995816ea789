import { ExternalOffering } from './external-offering.entity.js';

/** An outside offering for tests; name only what matters. */
export function anExternalOffering(given: Partial<ExternalOffering> = {}): ExternalOffering {
  return Object.assign(
    new ExternalOffering(),
    {
      id: 'offering',
      title: { ja: '公開講座' },
      subjectKeys: [],
      occurrences: [],
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}
