import { AssistanceKind, Assistants } from './assistants.entity.js';

/** Assistants for tests; name only what matters. */
export function someAssistants(given: Partial<Assistants> = {}): Assistants {
  return Object.assign(
    new Assistants(),
    {
      id: 'assistants',
      opportunityId: 'course',
      kind: AssistanceKind.SIGN_LANGUAGE,
      provenance: { department: 'disability', asOf: '2026-10-01T00:00:00.000Z', sample: true },
    },
    given,
  );
}
