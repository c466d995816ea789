import type { Service } from '@manabi/kit/service';
import { publishLotteries } from '@manabi/kit/slot/lottery.published';
import { lotteryKind } from '@manabi/kit/slot/lottery.tables';
import { LotteryWindowResolver } from '@manabi/kit/slot/lottery.window';

import { CommunityClub } from './community-club/community-club.entity.js';
import {
  CommunityClubResolver,
  communityClubReference,
} from './community-club/community-club.resolver.js';
import { CourtHold } from './court-slot/court-hold.entity.js';
import {
  CourtCourtSlotResolver,
  CourtSlotResolver,
  courtSlotReference,
} from './court-slot/court-slot.resolver.js';
import { Court } from './court/court.entity.js';
import {
  CourtResolver,
  FacilityCourtResolver,
  courtReference,
  facilityReference,
} from './court/court.resolver.js';
import { LotteryOddsCount } from './lottery/lottery-odds-count.entity.js';
import { LotteryRound } from './lottery/lottery-round.entity.js';
import { CourtLotteryResolver } from './lottery/lottery.resolver.js';
import { firstTables } from './migrations/m20261123-first.js';
import { lotteries } from './migrations/m20261124-lotteries.js';
import { CoachResolver, PersonResolver, personReference } from './person/person.resolver.js';
import { SportsClassChangeResolver } from './sports-class/sports-class-change.resolver.js';
import { SportsClass } from './sports-class/sports-class.entity.js';
import { publishSportsClasses } from './sports-class/sports-class.feed.js';
import { SportsClassResolver, sportsClassReference } from './sports-class/sports-class.resolver.js';

/** The sports department (スポーツ振興課): classes, courts and their slots, clubs of the neighbourhoods. */
export const sports: Service = {
  name: 'sports',
  entities: [SportsClass, Court, CourtHold, CommunityClub, LotteryRound, LotteryOddsCount],
  migrations: [firstTables, lotteries],
  resolvers: [
    CoachResolver,
    CommunityClubResolver,
    CourtCourtSlotResolver,
    CourtLotteryResolver,
    CourtResolver,
    CourtSlotResolver,
    FacilityCourtResolver,
    LotteryWindowResolver,
    PersonResolver,
    SportsClassChangeResolver,
    SportsClassResolver,
  ],
  references: {
    CommunityClub: communityClubReference,
    Court: courtReference,
    CourtSlot: courtSlotReference,
    Facility: facilityReference,
    Person: personReference,
    SportsClass: sportsClassReference,
  },
  published: { SportsClass: publishSportsClasses, [lotteryKind]: publishLotteries('court') },
};
