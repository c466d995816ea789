import { budgetLines } from '@manabi/data/city/budget-lines';
import { communityActivities } from '@manabi/data/city/community-activities';
import { grantReports, grants } from '@manabi/data/city/grants';
import { meetingDecisions, planMeetings } from '@manabi/data/city/plan-meetings';
import { CommunityActivity, CommunityActivityKind } from '@manabi/plan/activity/activity.entity';
import { BudgetLine } from '@manabi/plan/budget/budget-line.entity';
import { Grant, GrantReport } from '@manabi/plan/grant/grant.entity';
import {
  DecisionState,
  MeetingDecision,
  PlanMeeting,
  PlanMeetingKind,
} from '@manabi/plan/meeting/meeting.entity';

import { localText } from './local-text.js';
import { type TableRows, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';

const gone = { gone: 'deleted' } as const;

const meetings = (today: string): TableRows[] => [
  rowsFor(
    PlanMeeting,
    planMeetings(today).map((row) => ({
      id: row.id,
      kind: PlanMeetingKind[row.kind],
      heldAt: new Date(row.heldAt),
      summary: localText(row.summary),
      citizens: row.citizens,
      staff: row.staff,
      facilityCode: row.facilityCode,
      title: localText(row.title),
      provenance: provenanceOf(row, 'plan'),
    })),
    gone,
  ),
  rowsFor(
    MeetingDecision,
    meetingDecisions(today).map(({ text, state, ...row }) =>
      Object.assign(row, { text: localText(text), state: DecisionState[state] }),
    ),
  ),
];

const money = (today: string): TableRows[] => [
  rowsFor(
    Grant,
    grants(today).map((row) => ({
      id: row.id,
      program: row.program,
      fiscalYear: row.fiscalYear,
      amountYen: row.amountYen,
      purpose: localText(row.purpose),
      groupId: row.groupId,
      measureCode: row.measureCode,
      title: localText(row.title),
      provenance: provenanceOf(row, 'plan'),
    })),
    gone,
  ),
  rowsFor(
    GrantReport,
    grantReports(today).map((row) => ({
      id: row.id,
      grantId: row.grantId,
      submittedOn: row.submittedOn,
      summary: localText(row.summary),
      spentYen: row.spentYen,
      outcomes: row.outcomes,
      provenance: provenanceOf(row, 'plan'),
    })),
    gone,
  ),
];

const budget = (today: string): TableRows =>
  rowsFor(
    BudgetLine,
    budgetLines(today).map((row) => ({
      id: row.id,
      fiscalYear: row.fiscalYear,
      amountThousandYen: row.amountThousandYen,
      measureCode: row.measureCode,
      departmentCode: row.departmentCode,
      title: localText(row.title),
      provenance: provenanceOf(row, 'plan'),
    })),
    gone,
  );

const careers = (today: string): TableRows =>
  rowsFor(
    CommunityActivity,
    communityActivities(today).map((row) => ({
      id: row.id,
      kind: CommunityActivityKind[row.kind],
      result: row.result && localText(row.result),
      heldOn: row.heldOn,
      participants: row.participants,
      helpers: row.helpers,
      districtCode: row.districtCode,
      groupId: row.groupId,
      venueCode: row.venueCode,
      grantId: row.grantId,
      measureCodes: row.measureCodes,
      title: localText(row.title),
      provenance: provenanceOf(row, 'plan'),
    })),
    gone,
  );

/** Invented meetings, grants, budget lines and activities, in an order in which foreign keys hold. */
export const planActivityRows = (today: string): TableRows[] => [
  ...meetings(today),
  ...money(today),
  budget(today),
  careers(today),
];
