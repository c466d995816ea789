import type { PublishedData, Publisher } from '../feed/publisher.js';
import type { Provenance } from '../value/provenance.js';

interface RoundRow {
  id: string;
  facility_code: string;
  room_name: string;
  month: string;
  opens_at: Date | string;
  closes_at: Date | string;
  draw_at: Date | string;
  confirm_by: Date | string;
  applied: string | null;
  won: string | null;
  provenance: Provenance;
}

/**
 * Tells announced lotteries to followers: where, when one applies, when lots are drawn and until when winners confirm
 * (ISO 8601), and the odds of the same room in the twelve months of use before, null where nobody counted.
 */
export const publishLotteries =
  (rooms: string): Publisher =>
  async (em, ids) => {
    const rows = await em.execute<RoundRow[]>(
      `select round.*, room.facility_code, room.name ->> 'ja' as room_name, past.applied, past.won
       from lottery_round round join ${rooms} room on room.id = round.room_id
       cross join lateral (
         select sum(odds.applied) as applied, sum(odds.won) as won from lottery_odds odds
         where odds.room_id = round.room_id and odds.withdrawn_at is null and odds.month < round.month
           and odds.month >= to_char(to_date(round.month, 'YYYY-MM') - interval '12 months', 'YYYY-MM')
       ) past
       where round.withdrawn_at is null and room.withdrawn_at is null and round.id in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(ids)],
    );
    return new Map(rows.map((row) => [row.id, told(row)]));
  };

function told(row: RoundRow): PublishedData {
  const iso = (moment: Date | string) => new Date(moment).toISOString();
  return {
    id: row.id,
    facilityCode: row.facility_code,
    roomName: row.room_name,
    month: row.month,
    opensAt: iso(row.opens_at),
    closesAt: iso(row.closes_at),
    drawAt: iso(row.draw_at),
    confirmBy: iso(row.confirm_by),
    odds: row.applied === null ? null : { applied: Number(row.applied), won: Number(row.won) },
    provenance: Object.assign({}, row.provenance),
  };
}
