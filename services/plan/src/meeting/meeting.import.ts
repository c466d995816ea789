import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';

/** Where lists of meetings go. */
export const meetingTarget: DeliveryTarget = {
  table: 'plan_meeting',
  key: 'id',
  columns: [
    'kind',
    'title',
    'held_at',
    'summary',
    'citizens',
    'staff',
    'minutes_url',
    'facility_code',
    'provenance',
  ],
};

/** Where lists of what meetings decided go. */
export const decisionTarget: DeliveryTarget = {
  table: 'meeting_decision',
  key: 'id',
  columns: ['meeting_id', 'measure_code', 'number', 'text', 'state', 'due_on', 'department_code'],
};

/** What a row says of a meeting, in the columns of the meetings. */
export const meetingValues = (record: ListedAs<'plan-meeting'>): Record<string, unknown> => ({
  kind: record.meeting,
  title: { ja: record.title },
  held_at: japanMoment(record.heldOn, record.startsAt ?? '00:00').toISOString(),
  summary: record.summary ? { ja: record.summary } : null,
  citizens: record.citizens ?? null,
  staff: record.staff ?? null,
  minutes_url: record.minutesUrl ?? null,
});

/** What a row says of a decision, in the columns of the decisions. */
export const decisionValues = (record: ListedAs<'meeting-decision'>): Record<string, unknown> => ({
  number: record.order,
  text: { ja: record.text },
  state: record.state,
  due_on: record.dueOn ?? null,
});
