import { EvidenceLink, EvidenceRule } from './evidence-link.entity.js';

/** A link from a record to a measure. */
export function anEvidenceLink(
  given: Pick<EvidenceLink, 'measureCode' | 'kind' | 'recordId'>,
): EvidenceLink {
  return Object.assign(new EvidenceLink(), given);
}

/** A rule for tests; name only what matters. */
export function anEvidenceRule(given: Partial<EvidenceRule>): EvidenceRule {
  return Object.assign(
    new EvidenceRule(),
    { id: 'rule', measureCode: '1-1-1-1', kind: 'Desk' },
    given,
  );
}
