import { DecisionState, MeetingDecision, PlanMeeting, PlanMeetingKind } from './meeting.entity.js';

/** A meeting for tests; name only what matters. */
export function aMeeting(given: Partial<PlanMeeting> = {}): PlanMeeting {
  return Object.assign(
    new PlanMeeting(),
    {
      id: 'meeting',
      kind: PlanMeetingKind.COORDINATION,
      title: { ja: '連絡調整会議' },
      heldAt: new Date('2026-09-01T14:00:00+09:00'),
      provenance: { department: 'plan', sample: false },
    },
    given,
  );
}

/** A decision for tests; name only what matters. */
export function aDecision(given: Partial<MeetingDecision> = {}): MeetingDecision {
  return Object.assign(
    new MeetingDecision(),
    {
      id: 'decision',
      meetingId: 'meeting',
      measureCode: '1-1-1-1',
      number: 1,
      text: { ja: '表にする。' },
      state: DecisionState.DECIDED,
    },
    given,
  );
}
