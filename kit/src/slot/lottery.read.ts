import type { EntityManager } from '@mikro-orm/postgresql';

import { type LoaderOf, one } from '../batch.js';
import { japanDay } from '../japan-time.js';
import type { Provenance } from '../value/provenance.js';
import type { LotteryOdds } from './lottery.odds.js';
import type { LotteryWindow } from './lottery.window.js';

/** Which announced lotteries of a room are wanted: those that can still be entered at a moment (ISO 8601). */
export interface LotteriesOf {
  readonly of: string;
  readonly at: string;
  readonly size: number;
}

/** Which past odds of a room are wanted: months of use, YYYY-MM, both included. */
export interface OddsOf {
  readonly of: string;
  readonly from: string;
  readonly to: string;
}

interface RoundRow {
  position: number;
  month: string;
  opens_at: Date | string;
  closes_at: Date | string;
  draw_at: Date | string;
  confirm_from: Date | string;
  confirm_by: Date | string;
  first_come_from: Date | string;
}

interface OddsRow {
  position: number;
  month: string;
  opens: string;
  closes: string;
  applied: number;
  won: number;
  provenance: Provenance;
}

/** For a room and a moment: the lotteries that can be entered then or later, next first. One query for all rooms. */
export const lotteriesOfRoom: LoaderOf<
  LotteriesOf,
  { asked: LotteriesOf; windows: LotteryWindow[] } | null
> = (em) =>
  one(
    (keys) => lotteriesOfRooms(em, keys),
    ({ asked }) => asked,
  );

/** For a room and months: how its lotteries went, latest month first. One query for all rooms. */
export const oddsOfRoom: LoaderOf<OddsOf, { asked: OddsOf; odds: LotteryOdds[] } | null> = (em) =>
  one(
    (keys) => oddsOfRooms(em, keys),
    ({ asked }) => asked,
  );

async function lotteriesOfRooms(
  em: EntityManager,
  keys: readonly LotteriesOf[],
): Promise<{ asked: LotteriesOf; windows: LotteryWindow[] }[]> {
  const rows = await em.execute<RoundRow[]>(
    `select asked.position, round.*
     from jsonb_to_recordset(?::jsonb) as asked (position int, "of" text, at timestamptz, size int)
     cross join lateral (
       select * from lottery_round where room_id = asked."of" and withdrawn_at is null and closes_at >= asked.at
       order by closes_at, month limit asked.size
     ) round
     order by asked.position, round.closes_at, round.month`,
    [JSON.stringify(keys.map((key, position) => ({ ...key, position })))],
  );
  const found = Map.groupBy(rows, ({ position }) => position);
  return keys.map((asked, position) => ({
    asked,
    windows: (found.get(position) ?? []).map(windowOfRow),
  }));
}

async function oddsOfRooms(
  em: EntityManager,
  keys: readonly OddsOf[],
): Promise<{ asked: OddsOf; odds: LotteryOdds[] }[]> {
  const rows = await em.execute<OddsRow[]>(
    `select asked.position, odds.*
     from jsonb_to_recordset(?::jsonb) as asked (position int, "of" text, "from" text, "to" text)
     join lottery_odds odds on odds.room_id = asked."of" and odds.withdrawn_at is null
       and odds.month between asked."from" and asked."to"
     order by asked.position, odds.month desc, odds.opens`,
    [JSON.stringify(keys.map((key, position) => ({ ...key, position })))],
  );
  const found = Map.groupBy(rows, ({ position }) => position);
  return keys.map((asked, position) => ({
    asked,
    odds: (found.get(position) ?? []).map(oddsOfRow),
  }));
}

function windowOfRow(row: RoundRow): LotteryWindow {
  const moment = (written: Date | string) => new Date(written);
  return {
    month: row.month,
    apply: { opensAt: moment(row.opens_at), closesAt: moment(row.closes_at) },
    drawOn: japanDay(moment(row.draw_at)),
    confirm: { opensAt: moment(row.confirm_from), closesAt: moment(row.confirm_by) },
    firstComeFrom: moment(row.first_come_from),
  };
}

function oddsOfRow({ month, opens, closes, applied, won, provenance }: OddsRow): LotteryOdds {
  const share = applied > 0 ? won / applied : null;
  return { month, band: { opens, closes }, applied, won, share, provenance };
}
