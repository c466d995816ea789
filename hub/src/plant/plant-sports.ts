import { courtSlots, courts } from '@manabi/data/city/courts';
import type { RoomRow } from '@manabi/data/city/rooms';
import { sportsClasses } from '@manabi/data/city/sports-classes';
import { CommunityClub } from '@manabi/sports/community-club/community-club.entity';
import { Membership } from '@manabi/sports/community-club/membership.entity';
import { CourtHold } from '@manabi/sports/court-slot/court-hold.entity';
import { Court, CourtKind } from '@manabi/sports/court/court.entity';
import { usualBands } from '@manabi/sports/court/court.rules';
import { HealthMenu } from '@manabi/sports/health-menu/health-menu.entity';
import { LotteryOddsCount } from '@manabi/sports/lottery/lottery-odds-count.entity';
import { LotteryRound } from '@manabi/sports/lottery/lottery-round.entity';
import { RegularCourtUse } from '@manabi/sports/regular-use/regular-use.entity';
import { sports } from '@manabi/sports/service';
import { SportsClass, SportsLevel } from '@manabi/sports/sports-class/sports-class.entity';

import { clubRows, membershipRows } from './club-rows.js';
import { adaptationValues, healthMenuRows } from './health-menu-rows.js';
import { closedRows, takenRows } from './hold-rows.js';
import { oddsRows, roundRows } from './lottery-rows.js';
import { occurrencesOf, opportunityValues } from './opportunity-rows.js';
import { type Planter, rowsFor } from './planter.js';
import { courtUseRows } from './regular-use-rows.js';
import { roomValues } from './room-rows.js';

function classRows(today: string): Partial<SportsClass>[] {
  const values = opportunityValues();
  const adaptations = adaptationValues();
  return sportsClasses(today).map((row) =>
    Object.assign(values(row), adaptations(row.id), {
      level: SportsLevel[row.level],
      occurrences: occurrencesOf(row.sessions),
      coachIds: row.instructorIds,
      courtId: row.roomId,
    }),
  );
}

/** A court of the sample, let as its kind usually is. */
export function courtRow(row: RoomRow): Partial<Court> {
  const kind = Object.values(CourtKind).find((known) => known === row.purpose) ?? null;
  return { ...roomValues(row, 'sports'), bands: usualBands(kind), kind };
}

/** Classes, courts and what is taken of them; a real department begins empty. */
export const plantSports: Planter = {
  service: sports,
  tables: ({ today, empty }) => {
    if (empty) return [];
    const grounds = courts();
    const holds = [
      ...closedRows(grounds, today),
      ...takenRows(courtSlots(today), today, 'opportunityId'),
    ];
    return [
      rowsFor(SportsClass, classRows(today), { gone: 'withdrawn' }),
      rowsFor(Court, grounds.map(courtRow)),
      rowsFor(CourtHold, holds, { gone: 'replaced', sample: 'sample' }),
      rowsFor(LotteryRound, roundRows({ rooms: grounds, today, department: 'sports' })),
      rowsFor(LotteryOddsCount, oddsRows({ rooms: grounds, today, department: 'sports' })),
      rowsFor(RegularCourtUse, courtUseRows(today)),
      rowsFor(CommunityClub, clubRows(today)),
      rowsFor(Membership, membershipRows(today)),
      rowsFor(HealthMenu, healthMenuRows(today), { gone: 'withdrawn' }),
    ];
  },
};
