import { Choice, Day, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** The meetings that carry the plan. */
export enum PlanMeetingKind {
  COORDINATION = 'COORDINATION',
  CITIZENS = 'CITIZENS',
  FACILITY_USERS = 'FACILITY_USERS',
  STUDY = 'STUDY',
}

registerEnumType(PlanMeetingKind, {
  name: 'PlanMeetingKind',
  description: 'The meetings that carry the plan (会議の種類).',
  valuesConfig: {
    COORDINATION: { description: 'Departments plan and do (生涯学習連絡調整会議).' },
    CITIZENS: { description: 'Citizens check and propose (生涯学習推進懇談会).' },
    FACILITY_USERS: { description: 'Users of a facility talk about it (施設利用者懇談会).' },
    STUDY: { description: 'Those who advise learners learn themselves (学習相談の勉強会).' },
  },
});

/** How far a decision has come. */
export enum DecisionState {
  DECIDED = 'DECIDED',
  UNDER_WAY = 'UNDER_WAY',
  DONE = 'DONE',
}

registerEnumType(DecisionState, {
  name: 'DecisionState',
  description: 'How far a decision has come (決定事項の状況).',
  valuesConfig: {
    DECIDED: { description: 'Decided, not begun (決定).' },
    UNDER_WAY: { description: 'Being done (実施中).' },
    DONE: { description: 'Done (実施済み).' },
  },
});

/** One meeting that carries the plan. */
@Entity()
@ObjectType({ description: 'One meeting that carries the plan (計画推進の会議).' })
@Directive('@key(fields: "id")')
export class PlanMeeting {
  @Key('Opaque and stable (識別子).') id!: string;
  @Choice(PlanMeetingKind, 'Which one (会議の種類).', { required: true, public: true })
  kind!: PlanMeetingKind;
  @Value(() => LocalText, 'What it is called (会議名).', { required: true, public: true })
  title!: LocalText;
  @Moment('When (開催日時).', { required: true, public: true }) heldAt!: Date;
  @Value(() => LocalText, 'What it was about (議題).', { public: true })
  summary?: LocalText | null;
  @Whole('Citizens who took part (市民の出席者数).', { min: 0, scopes: ['plan.statistics'] })
  citizens?: number | null;
  @Whole('Staff who took part (職員の出席者数).', { min: 0, scopes: ['plan.statistics'] })
  staff?: number | null;
  @Text('Page of the minutes (会議録).', { public: true, max: 2_000 }) minutesUrl?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('text') facilityCode?: string | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}

/** One thing that a meeting decided for a measure. */
@Entity()
@ObjectType({ description: 'One thing that a meeting decided for a measure (決定事項).' })
@Directive('@key(fields: "id")')
export class MeetingDecision {
  @Key('Opaque and stable (識別子).') id!: string;
  @Whole('Its place among the decisions of the meeting, from 1 (番号).', {
    required: true,
    public: true,
    min: 1,
  })
  number!: number;
  @Value(() => LocalText, 'What was decided (決定の内容).', { required: true, public: true })
  text!: LocalText;
  @Choice(DecisionState, 'How far it has come (状況).', { required: true, public: true })
  state!: DecisionState;
  @Day('By when it is to be done (期限).', { public: true }) dueOn?: string | null;
  @Kept('text', { required: true }) meetingId!: string;
  @Kept('text', { required: true }) measureCode!: string;
  @Kept('text') departmentCode?: string | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
