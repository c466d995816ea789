import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { MeetingDecision, PlanMeeting } from './meeting.entity.js';
import {
  decisionsByIds,
  decisionsOfMeasures,
  decisionsOfMeetings,
  meetingsByIds,
} from './meeting.repository.js';

export const meetingById: LoaderOf<string, PlanMeeting | null> = (em) =>
  one(
    (ids) => meetingsByIds(em, ids),
    ({ id }) => id,
  );

export const decisionById: LoaderOf<string, MeetingDecision | null> = (em) =>
  one(
    (ids) => decisionsByIds(em, ids),
    ({ id }) => id,
  );

export const decisionsOfMeeting: LoaderOf<string, MeetingDecision[]> = (em) =>
  many(
    (ids) => decisionsOfMeetings(em, ids),
    ({ meetingId }) => meetingId,
  );

export const decisionsOfMeasure: LoaderOf<string, MeetingDecision[]> = (em) =>
  many(
    (codes) => decisionsOfMeasures(em, codes),
    ({ measureCode }) => measureCode,
  );
