import { randomUUID } from 'node:crypto';

import type { Context } from '@manabi/kit/context';
import { japanDay } from '@manabi/kit/japan-time';
import { opaqueId } from '@manabi/kit/opaque-id';
import { addRecord } from '@manabi/kit/write/record.write';
import type { Written } from '@manabi/kit/write/write-once';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Feedback, FeedbackAbout } from './feedback.entity.js';
import {
  type NotYetBegun,
  type FeedbackSubjectUnknown,
  type TextNamesSomebody,
  notYetBegun,
  feedbackSubjectUnknown,
  textNamesSomebody,
} from './feedback.errors.js';
import type { FeedbackSubject, GiveFeedbackInput } from './feedback.input.js';
import { knownThing } from './feedback.repository.js';
import { saysHowToReach } from './feedback.rules.js';

/** Keeps what a learner says of a thing that the plan knows, for its department to answer; within `writeOnce`. */
export async function giveFeedback(
  em: EntityManager,
  { about, rating, liked, wished }: GiveFeedbackInput,
  { caller, now }: Context,
): Promise<Written | FeedbackSubjectUnknown | NotYetBegun | TextNamesSomebody> {
  const subject = subjectOf(about);
  if ([liked ?? '', wished ?? ''].some(saysHowToReach)) return textNamesSomebody();
  const known = await knownThing(em, subject.about, subject.aboutId);
  if (!known) return feedbackSubjectUnknown();
  if (known.startsAt && known.startsAt > now) return notYetBegun();
  const feedback = Object.assign(new Feedback(), {
    id: opaqueId('feedback', 'given', randomUUID()),
    ...subject,
    rating,
    liked: liked ?? null,
    wished: wished ?? null,
    givenOn: japanDay(now),
    departmentCode: known.department,
    provenance: { department: known.department, dataset: 'feedback', asOf: now, sample: false },
  });
  return addRecord(em, feedback, { verb: 'giveFeedback', caller });
}

/** The one thing that was named; GraphQL lets no input through that names none or two. */
function subjectOf({ opportunity, facility, instructor }: FeedbackSubject) {
  if (opportunity != null) return { about: FeedbackAbout.OPPORTUNITY, aboutId: opportunity };
  if (facility != null) return { about: FeedbackAbout.FACILITY, aboutId: facility };
  return { about: FeedbackAbout.INSTRUCTOR, aboutId: instructor ?? '' };
}
