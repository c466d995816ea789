import { CommunityActivity, CommunityActivityKind } from './activity.entity.js';

/** An activity for tests; name only what matters. */
export function anActivity(given: Partial<CommunityActivity> = {}): CommunityActivity {
  return Object.assign(
    new CommunityActivity(),
    {
      id: 'activity',
      kind: CommunityActivityKind.LEARNING,
      title: { ja: '写生会' },
      heldOn: '2026-09-01',
      measureCodes: [],
      provenance: { department: 'plan', sample: false },
    },
    given,
  );
}
