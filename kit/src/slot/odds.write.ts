import type { Constructor } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { opaqueId } from '../opaque-id.js';
import { bilingual } from '../value/local-text.js';
import { addRecord, changeRecord } from '../write/record.write.js';
import { revisionOf } from '../write/revision.repository.js';
import { Written } from '../write/write-once.js';
import type { Writing } from '../write/writing.js';
import { type Band, writeBands } from './band.js';
import type { LotteryOddsColumns } from './lottery.columns.js';
import type { OddsCountInput, PublishLotteryOddsInput } from './odds.input.js';
import type { OddsNotInOrder } from './odds.refusal.js';

/** Where a service keeps odds, and whose they are. */
export interface OddsDesk {
  readonly type: Constructor<LotteryOddsColumns>;
  readonly rooms: string;
  readonly department: string;
}

interface Counted {
  readonly roomId: string;
  readonly month: string;
  readonly opens: string;
  readonly closes: string;
  readonly applied: number;
  readonly won: number;
}

/**
 * Keeps how the lottery of a room went, in place of what was kept of the same month and part of the day. Null when
 * there is no such room. The record of changes keeps what was said before.
 */
export async function publishOdds(
  em: EntityManager,
  { type, rooms, department }: OddsDesk,
  { input, writing }: { readonly input: PublishLotteryOddsInput; readonly writing: Writing },
): Promise<Written | OddsNotInOrder | null> {
  const { roomId, month, counts } = input;
  const [room] = await em.execute<{ bands: Band[] }[]>(
    `select bands from ${rooms} where id = ? for no key update`,
    [roomId],
  );
  if (!room) return null;
  const rows = counts.map((count) => countedOf(room.bands, count));
  if (rows.some((row) => row === null)) return oddsNotInOrder(room.bands);
  const provenance = { department, asOf: writing.now, sample: false };
  for (const row of rows.filter((each) => each !== null))
    await keep(em, type, { row: { ...row, roomId, month, provenance }, writing });
  return new Written(roomId);
}

/** A count with the end of its part of the day; null where the room has no such part or more won than applied. */
function countedOf(
  bands: readonly Band[],
  { opens, applied, won }: OddsCountInput,
): Omit<Counted, 'roomId' | 'month'> | null {
  const band = bands.find((each) => each.opens.slice(0, 5) === opens.slice(0, 5));
  if (!band || won > applied) return null;
  return { opens: band.opens.slice(0, 5), closes: band.closes.slice(0, 5), applied, won };
}

async function keep(
  em: EntityManager,
  type: Constructor<LotteryOddsColumns>,
  {
    row,
    writing: { act },
  }: { readonly row: Counted & Pick<LotteryOddsColumns, 'provenance'>; readonly writing: Writing },
): Promise<void> {
  const { roomId, month, opens, applied, won, provenance } = row;
  const known = await em.findOne(type, { roomId, month, opens, withdrawnAt: null });
  if (!known) {
    const id = opaqueId('lottery odds', roomId, month, opens);
    await addRecord(em, Object.assign(new type(), { id, ...row }), act);
    return;
  }
  // Whoever counts again counts anew: the latest word is kept, whichever revision it saw.
  const revision = await revisionOf(em, type.name, known.id);
  const edit = { type, id: known.id, revision };
  await changeRecord(em, edit, { act, decide: () => ({ applied, won, provenance }) });
}

function oddsNotInOrder(bands: readonly Band[]): OddsNotInOrder {
  return {
    __typename: 'OddsNotInOrder',
    bands,
    why: bilingual(
      '利用区分にない時刻か、申込数より多い当選数があります。',
      'A time is none at which a part of the day begins, or more won than applied.',
    ),
    whatToDo: bilingual(
      `利用区分（${writeBands(bands, '、')}）と数を確かめてください。`,
      `Correct the counts; the room is let for ${writeBands(bands, ', ')} (Japan).`,
    ),
  };
}
