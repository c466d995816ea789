import type { Service } from '@manabi/kit/service';
import { LotteryOddsResolver } from '@manabi/kit/slot/lottery.odds';
import { publishLotteries } from '@manabi/kit/slot/lottery.published';
import { lotteryKind } from '@manabi/kit/slot/lottery.tables';
import { LotteryWindowResolver } from '@manabi/kit/slot/lottery.window';

import { CommunityClub } from './community-club/community-club.entity.js';
import {
  CommunityClubResolver,
  communityClubReference,
} from './community-club/community-club.resolver.js';
import { Membership } from './community-club/membership.entity.js';
import {
  CommunityClubMembershipResolver,
  GroupMembershipResolver,
} from './community-club/membership.resolver.js';
import {
  CourtSessionResolver,
  SportsClassCourtResolver,
} from './court-session/court-session.resolver.js';
import { CourtHold } from './court-slot/court-hold.entity.js';
import { CourtSlotChangeResolver } from './court-slot/court-slot-change.resolver.js';
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
import { HealthMenu } from './health-menu/health-menu.entity.js';
import {
  HealthMenuResolver,
  SportsClassMenuResolver,
  healthMenuReference,
} from './health-menu/health-menu.resolver.js';
import { LotteryOddsCount } from './lottery/lottery-odds-count.entity.js';
import { CourtOddsWriteResolver } from './lottery/odds-write.resolver.js';
import { LotteryRound } from './lottery/lottery-round.entity.js';
import { CourtLotteryResolver } from './lottery/lottery.resolver.js';
import { firstTables } from './migrations/m20261123-first.js';
import { classCourts } from './migrations/m20261124-class-courts.js';
import { healthMenus } from './migrations/m20261124-health-menus.js';
import { lotteries } from './migrations/m20261124-lotteries.js';
import { memberships } from './migrations/m20261124-memberships.js';
import { roomUses } from './migrations/m20261124-room-uses.js';
import { regularUses } from './migrations/m20261124-regular-uses.js';
import { slotChanges } from './migrations/m20261126-slot-changes.js';
import { roomLists } from './migrations/m20261126-room-lists.js';
import { toldLevels } from './migrations/m20261126-told-levels.js';
import { unseenChanges } from './migrations/m20261127-unseen.js';
import { CoachResolver, PersonResolver, personReference } from './person/person.resolver.js';
import { RegularCourtUse } from './regular-use/regular-use.entity.js';
import {
  GroupRegularCourtUseResolver,
  RegularCourtUseFields,
  RegularCourtUseResolver,
  CourtAlternativeResolver,
  CourtRegularUsers,
  groupReference,
} from './regular-use/regular-use.resolver.js';
import { ClassTimeWriteResolver } from './class-time/class-time-write.resolver.js';
import { SportsClassTimeResolver } from './class-time/class-time.resolver.js';
import { changedTimes } from './migrations/m20261126-changed-times.js';
import { timesByHand } from './migrations/m20261127-times-by-hand.js';
import { SportsClassChangeResolver } from './sports-class/sports-class-change.resolver.js';
import { SportsClassWriteResolver } from './sports-class/sports-class-write.resolver.js';
import { SportsClass } from './sports-class/sports-class.entity.js';
import { publishSportsClasses } from './sports-class/sports-class.feed.js';
import { SportsClassResolver, sportsClassReference } from './sports-class/sports-class.resolver.js';

/** The sports department (スポーツ振興課): classes, courts and their slots, clubs of the neighbourhoods. */
export const sports: Service = {
  name: 'sports',
  entities: [
    SportsClass,
    HealthMenu,
    Court,
    CourtHold,
    CommunityClub,
    LotteryRound,
    LotteryOddsCount,
    RegularCourtUse,
    Membership,
  ],
  migrations: [
    firstTables,
    lotteries,
    regularUses,
    memberships,
    classCourts,
    roomUses,
    healthMenus,
    slotChanges,
    roomLists,
    changedTimes,
    toldLevels,
    timesByHand,
    unseenChanges,
  ],
  resolvers: [
    ClassTimeWriteResolver,
    SportsClassTimeResolver,
    HealthMenuResolver,
    SportsClassMenuResolver,
    CourtOddsWriteResolver,
    SportsClassWriteResolver,
    LotteryOddsResolver,
    CourtSessionResolver,
    SportsClassCourtResolver,
    CommunityClubMembershipResolver,
    GroupMembershipResolver,
    GroupRegularCourtUseResolver,
    RegularCourtUseFields,
    RegularCourtUseResolver,
    CourtAlternativeResolver,
    CourtRegularUsers,
    CoachResolver,
    CommunityClubResolver,
    CourtCourtSlotResolver,
    CourtLotteryResolver,
    CourtResolver,
    CourtSlotChangeResolver,
    CourtSlotResolver,
    FacilityCourtResolver,
    LotteryWindowResolver,
    PersonResolver,
    SportsClassChangeResolver,
    SportsClassResolver,
  ],
  references: {
    HealthMenu: healthMenuReference,
    CommunityClub: communityClubReference,
    Court: courtReference,
    CourtSlot: courtSlotReference,
    Facility: facilityReference,
    Group: groupReference,
    Person: personReference,
    SportsClass: sportsClassReference,
  },
  published: { SportsClass: publishSportsClasses, [lotteryKind]: publishLotteries('court') },
};
