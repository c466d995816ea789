import { randomUUID } from 'node:crypto';

import { saidColumns, windowIsInOrder } from '@manabi/kit/opportunity/opportunity.input';
import {
  type AlreadyCancelled,
  type NotInOrder,
  alreadyCancelled,
  timeBackwards,
  windowBackwards,
} from '@manabi/kit/opportunity/opportunity.refusal';
import { type UseRefused, giveBackRooms, takeRooms } from '@manabi/kit/slot/use.write';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import type { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Written } from '@manabi/kit/write/write-once';
import type { Writing } from '@manabi/kit/write/writing';
import type { EntityManager } from '@mikro-orm/postgresql';

import { courtSlots } from '../court-slot/court-slot.repository.js';
import { SportsClass } from './sports-class.entity.js';
import type {
  CancelSportsClassInput,
  ChangeSportsClassInput,
  ConfirmSportsClassInput,
  PublishSportsClassInput,
} from './sports-class-write.input.js';

type Changed = Written | RecordUnknown | ChangedMeanwhile;

/** Adds a class and books its court: all of it, or why not. */
export async function publishSportsClass(
  em: EntityManager,
  input: PublishSportsClassInput,
  { act, now }: Writing,
): Promise<Written | NotInOrder | UseRefused> {
  const { details, times, title, courtId, level } = input;
  if (times.some(({ startsAt, endsAt }) => endsAt <= startsAt)) return timeBackwards();
  const said = saidColumns(Object.assign({}, details, { title }));
  if (!windowIsInOrder(said)) return windowBackwards();
  const earliest = times.toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
  const row = Object.assign(new SportsClass(), {
    id: randomUUID(),
    subjectKeys: [],
    ...said,
    level: level ?? null,
    courtId: courtId ?? null,
    startsAt: earliest[0]?.startsAt,
    endsAt: new Date(Math.max(...times.map(({ endsAt }) => endsAt.getTime()))),
    occurrences: earliest.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, allDay: false })),
    provenance: { department: 'sports', asOf: now, sample: false },
  });
  const uses = courtId
    ? times.map(({ startsAt, endsAt }) => ({
        usedFor: row.id,
        roomId: courtId,
        startsAt,
        endsAt,
        purpose: title,
      }))
    : [];
  return (await takeRooms(em, courtSlots, uses)) ?? addRecord(em, row, act);
}

/** Changes what is said of a class. */
export function changeSportsClass(
  em: EntityManager,
  { id, revision, details, level }: ChangeSportsClassInput,
  { act }: Writing,
): Promise<Changed | NotInOrder> {
  return changeRecord(
    em,
    { type: SportsClass, id, revision },
    {
      act,
      decide: (row) => {
        const said = saidColumns(details ?? {}, row);
        if (!windowIsInOrder(said, row)) return windowBackwards();
        return { ...said, level: level ?? row.level };
      },
    },
  );
}

/** Says that a class still holds as it is written. */
export function confirmSportsClass(
  em: EntityManager,
  { id, revision }: ConfirmSportsClassInput,
  { act, now }: Writing,
): Promise<Changed> {
  return changeRecord(
    em,
    { type: SportsClass, id, revision },
    {
      act,
      decide: ({ provenance }) => ({
        provenance: Object.assign({}, provenance, { asOf: now }),
      }),
    },
  );
}

/** Cancels a class, and gives back its court for the times to come. */
export async function cancelSportsClass(
  em: EntityManager,
  { id, revision }: CancelSportsClassInput,
  { act, now }: Writing,
): Promise<Changed | AlreadyCancelled> {
  const written = await changeRecord(
    em,
    { type: SportsClass, id, revision },
    {
      act,
      decide: ({ cancelledAt }) =>
        cancelledAt ? alreadyCancelled(cancelledAt) : { cancelledAt: now },
    },
  );
  if (written instanceof Written) await giveBackRooms(em, courtSlots, { usedFor: [id], now });
  return written;
}
