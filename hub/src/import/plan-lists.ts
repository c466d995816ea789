// A table: lists of what the coordination of the plan keeps, and what their rows are in the tables of the services.
import { activityTarget, activityValues } from '@manabi/plan/activity/activity.import';
import { budgetLineTarget, budgetLineValues } from '@manabi/plan/budget/budget-line.import';
import {
  grantReportTarget,
  grantReportValues,
  grantTarget,
  grantValues,
} from '@manabi/plan/grant/grant.import';
import {
  decisionTarget,
  decisionValues,
  meetingTarget,
  meetingValues,
} from '@manabi/plan/meeting/meeting.import';

import type { ListPlaces } from './list-place.js';

/** What each of these lists becomes. */
export const planLists: ListPlaces<
  'plan-meeting' | 'meeting-decision' | 'grant' | 'budget-line' | 'community-activity'
> = {
  'plan-meeting': {
    targets: { plan: [meetingTarget] },
    rows: (record, row) => {
      const values = {
        ...meetingValues(record),
        facility_code: row.facility('facility', record.facility),
      };
      return [row.placed(meetingTarget, values, { service: 'plan' })];
    },
  },
  'meeting-decision': {
    targets: { plan: [decisionTarget] },
    rows: (record, row) => {
      const values = {
        ...decisionValues(record),
        meeting_id: row.neededListed('meeting', 'meeting', record.meeting),
        measure_code: row.neededListed('measure', 'measure', record.measure),
        department_code: row.department('department', record.department),
      };
      return [row.placed(decisionTarget, values, { service: 'plan' })];
    },
  },
  grant: {
    targets: { plan: [grantTarget, grantReportTarget] },
    rows: (record, row) => {
      const values = {
        ...grantValues(record),
        group_id: row.listed('group', 'group', record.group),
        measure_code: row.listed('measure', 'measure', record.measure),
      };
      const grant = row.placed(grantTarget, values, { service: 'plan' });
      const report = grantReportValues(record);
      if (!report) return [grant];
      const told = { ...report, grant_id: grant.row.id };
      return [grant, row.placed(grantReportTarget, told, { service: 'plan', part: 'report' })];
    },
  },
  'budget-line': {
    targets: { plan: [budgetLineTarget] },
    rows: (record, row) => {
      const values = {
        ...budgetLineValues(record),
        measure_code: row.neededListed('measure', 'measure', record.measure),
        department_code: row.department('department', record.department),
      };
      return [row.placed(budgetLineTarget, values, { service: 'plan' })];
    },
  },
  'community-activity': {
    targets: { plan: [activityTarget] },
    rows: (record, row) => {
      const department = row.department('department', record.department);
      const values = {
        ...activityValues(record),
        district_code: row.district('district', record.district),
        group_id: row.listed('group', 'group', record.group),
        grant_id: row.listed('grant', 'grant', record.grant),
        venue_code: row.facility('venue', record.venue),
        measure_codes: record.measures.flatMap(
          (code) => row.listed('measure', 'measures', code) ?? [],
        ),
      };
      return [row.placed(activityTarget, values, { service: 'plan', department })];
    },
  },
};
