import { japanDay } from '@manabi/kit/japan-time';
import type { Service } from '@manabi/kit/service';

import { CommunityActivity } from './activity/activity.entity.js';
import { ActivityResolver, activityReference } from './activity/activity.resolver.js';
import { DistrictCareerResolver, GroupCareerResolver } from './activity/career.resolver.js';
import { Area } from './area/area.stub.js';
import { BudgetLine } from './budget/budget-line.entity.js';
import { BudgetLineResolver, MeasureBudgetResolver } from './budget/budget-line.resolver.js';
import { EvidenceLink, EvidenceRule } from './evidence/evidence-link.entity.js';
import { EvidenceThingResolver, MeasureEvidenceResolver } from './evidence/evidence.resolver.js';
import { Facility, facilityReference } from './facility/facility.stub.js';
import { OpportunityFact } from './fact/fact.entity.js';
import { factFollows } from './fact/fact.feed.js';
import { FeedbackWriteResolver } from './feedback/feedback-write.resolver.js';
import { Feedback } from './feedback/feedback.entity.js';
import { FeedbackResolver, feedbackReference } from './feedback/feedback.resolver.js';
import {
  FacilityFeedbackResolver,
  InstructorFeedbackResolver,
  MeasureFeedbackResolver,
  OpportunityFeedbackResolver,
} from './feedback/summary.resolver.js';
import { Grant, GrantReport } from './grant/grant.entity.js';
import {
  GrantResolver,
  GroupGrantResolver,
  MeasureGrantResolver,
  grantReference,
} from './grant/grant.resolver.js';
import { Group, groupReference } from './group/group.stub.js';
import {
  DepartmentCoverageResolver,
  MeasureCoverageResolver,
  OpportunityMeasureResolver,
  opportunityReference,
} from './measure/coverage.resolver.js';
import { MeasureLink, MeasureRule } from './measure/measure-link.entity.js';
import { Measure } from './measure/measure.entity.js';
import { MeasureResolver, measureReference } from './measure/measure.resolver.js';
import {
  DecisionResolver,
  MeasureDecisionResolver,
  decisionReference,
} from './meeting/decision.resolver.js';
import { MeetingDecision, PlanMeeting } from './meeting/meeting.entity.js';
import { MeetingResolver, meetingReference } from './meeting/meeting.resolver.js';
import { activityTables } from './migrations/m20261124-activity.js';
import { feedbackTables } from './migrations/m20261124-feedback.js';
import { numberTables } from './migrations/m20261124-numbers.js';
import { timeTables } from './migrations/m20261124-times.js';
import { listTables } from './migrations/m20261126-lists.js';
import { offerCounts } from './migrations/m20261127-counts.js';
import { snapshotMonths } from './migrations/m20261127-months.js';
import { qualityCounts } from './migrations/m20261127-quality.js';
import { countTurns } from './migrations/m20261128-turns.js';
import { ruleTables } from './migrations/m20261126-rules.js';
import { peopleTables } from './migrations/m20261125-people.js';
import { statisticTables } from './migrations/m20261125-statistic.js';
import { untouchedTables } from './migrations/m20261124-untouched.js';
import { overdueFacts } from './migrations/m20261126-overdue.js';
import { firstTables } from './migrations/m20261123-first.js';
import { evidenceTables } from './migrations/m20261124-evidence.js';
import { Person, personReference } from './person/person.stub.js';
import { PopulationCount } from './population/population.entity.js';
import {
  AreaPopulationResolver,
  SchoolDistrictPopulationResolver,
  placeReference,
} from './population/population.resolver.js';
import { UntouchedRecordResolver } from './record/untouched.resolver.js';
import { RecordFact } from './record/record-fact.entity.js';
import { ReportedCount } from './reported-count/reported-count.entity.js';
import { SchoolDistrict } from './school-district/school-district.stub.js';
import { Snapshot } from './snapshot/snapshot.entity.js';
import { sealSnapshot } from './snapshot/snapshot.repository.js';
import { StatisticTableResolver } from './statistic-table/statistic-table.resolver.js';
import { CityStatisticResolver } from './statistic/city.resolver.js';
import {
  MeasureParticipationResolver,
  ParticipationResolver,
} from './statistic/participation.resolver.js';
import { VenueAccessResolver } from './statistic/venue-access.resolver.js';
import { SupplyResolver } from './supply/supply.resolver.js';

/** The coordination of the plan (生涯学習推進調整担当): its measures, what carries them out, who lives where. */
export const plan: Service = {
  name: 'plan',
  entities: [
    Measure,
    MeasureLink,
    MeasureRule,
    EvidenceLink,
    EvidenceRule,
    OpportunityFact,
    RecordFact,
    PopulationCount,
    PlanMeeting,
    MeetingDecision,
    Grant,
    GrantReport,
    BudgetLine,
    CommunityActivity,
    Feedback,
    Snapshot,
    ReportedCount,
  ],
  migrations: [
    firstTables,
    evidenceTables,
    activityTables,
    numberTables,
    feedbackTables,
    timeTables,
    untouchedTables,
    statisticTables,
    peopleTables,
    listTables,
    ruleTables,
    overdueFacts,
    offerCounts,
    qualityCounts,
    snapshotMonths,
    countTurns,
  ],
  resolvers: [
    MeasureResolver,
    MeasureCoverageResolver,
    DepartmentCoverageResolver,
    OpportunityMeasureResolver,
    MeasureEvidenceResolver,
    EvidenceThingResolver,
    UntouchedRecordResolver,
    CityStatisticResolver,
    StatisticTableResolver,
    VenueAccessResolver,
    MeasureParticipationResolver,
    ParticipationResolver,
    SupplyResolver,
    FeedbackResolver,
    FeedbackWriteResolver,
    OpportunityFeedbackResolver,
    FacilityFeedbackResolver,
    InstructorFeedbackResolver,
    MeasureFeedbackResolver,
    MeetingResolver,
    DecisionResolver,
    MeasureDecisionResolver,
    GrantResolver,
    GroupGrantResolver,
    MeasureGrantResolver,
    MeasureBudgetResolver,
    BudgetLineResolver,
    ActivityResolver,
    DistrictCareerResolver,
    GroupCareerResolver,
    AreaPopulationResolver,
    SchoolDistrictPopulationResolver,
  ],
  types: [Area, SchoolDistrict, Group, Facility, Person],
  references: {
    Measure: measureReference,
    LearningOpportunity: opportunityReference,
    Area: placeReference,
    SchoolDistrict: placeReference,
    Group: groupReference,
    Facility: facilityReference,
    Person: personReference,
    Feedback: feedbackReference,
    PlanMeeting: meetingReference,
    MeetingDecision: decisionReference,
    Grant: grantReference,
    CommunityActivity: activityReference,
  },
  published: {},
  follows: factFollows,
  daily: [
    {
      name: 'seal statistics',
      run: async (em, now) => void (await sealSnapshot(em, now, { ifNoneOf: japanDay(now) })),
    },
  ],
};
