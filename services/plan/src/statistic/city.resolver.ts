import type { Context } from '@manabi/kit/context';
import { refusedInput } from '@manabi/kit/refused-input';
import { staleAfterDays } from '@manabi/kit/value/provenance';
import type { Audience } from '@manabi/kit/vocabulary/audience';
import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { bandsOfAudiences, participationByCategory, qualityOfRecords } from './city.repository.js';
import { AudienceClash } from './clash.entity.js';
import { type ShortScope, clashesOfDepartments } from './clash.repository.js';
import { Participation } from './participation.entity.js';
import { linesOf } from './participation.rules.js';
import { RecordQuality } from './record-quality.entity.js';
import { type CountedScope, StatisticArguments, countedScope } from './statistic.input.js';
import { type WeekPart, WeekPartSupply } from './week-part.entity.js';

const day = 24 * 60 * 60 * 1000;

/** Longest period, in days, in which departments are compared two by two, and pairs told at most. */
const comparison = { days: 31, pairs: 100 } as const;

const exact = (value: number) => ({ value, isExact: true });

/** Answers what analysts ask of the whole city. */
@Resolver(() => RecordQuality)
export class CityStatisticResolver {
  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 10)')
  @Directive('@listSize(assumedSize: 72)')
  @Query(() => [WeekPartSupply], {
    nullable: true,
    description: 'How much is offered to whom in which part of the week (対象・時間帯別の供給).',
  })
  async weekPartSupply(
    @Args(() => StatisticArguments) { scope }: StatisticArguments,
    @Ctx() { em }: Context,
  ): Promise<WeekPartSupply[]> {
    const rows = await bandsOfAudiences(em, countedScope(scope));
    return rows.map(({ audience, band, opportunities }) => ({
      // The table holds the words of the enum.
      audience: audience as Audience,
      // The statement names these bands itself.
      band: band as WeekPart,
      opportunities: exact(opportunities),
    }));
  }

  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 10)')
  @Directive('@listSize(assumedSize: 100)')
  @Query(() => [AudienceClash], {
    nullable: true,
    description:
      'What two departments offer to the same people at the same time, earliest first, 100 at most; the period is a month at most (日程の重なり).',
  })
  async audienceClashes(
    @Args(() => StatisticArguments) { scope }: StatisticArguments,
    @Ctx() { em }: Context,
  ): Promise<AudienceClash[]> {
    const counted = countedScope(scope);
    if (!isShort(counted)) {
      throw refusedInput(
        `Departments are compared within ${comparison.days} days at most. Send "scope.period" with both ends.`,
        { argument: 'scope.period', reason: 'DAYS_OUT_OF_RANGE', most: comparison.days },
      );
    }
    const rows = await clashesOfDepartments(em, counted, comparison.pairs);
    return rows.map(({ audiences, startsAt, endsAt, one, other }) => ({
      // The feeds tell words of the enum only.
      audiences: audiences as Audience[],
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      one: { id: one },
      other: { id: other },
    }));
  }

  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 10)')
  @Directive('@listSize(assumedSize: 10)')
  @Query(() => [Participation], {
    nullable: true,
    description:
      'Places, people and who waits, by category of a classification; fewer than ten people are held back (分野別の需要と空席).',
  })
  async participationByCategory(
    @Arg('scheme', () => String, {
      defaultValue: 'SURVEY',
      description: 'By which classification: SURVEY, MEXT or NDC (分類).',
    })
    scheme: string,
    @Args(() => StatisticArguments) { scope }: StatisticArguments,
    @Ctx() { em }: Context,
  ): Promise<Participation[]> {
    return linesOf(await participationByCategory(em, countedScope(scope), scheme));
  }

  @Directive('@authenticated')
  @Directive('@cost(weight: 10)')
  @Directive('@listSize(assumedSize: 200)')
  @Query(() => [RecordQuality], {
    nullable: true,
    description: 'Stale and doubled records by department and month (要確認・重複の記録).',
  })
  async recordQuality(
    @Arg('countSamples', () => Boolean, {
      defaultValue: false,
      description: 'Let samples count too (見本を含む).',
    })
    samples: boolean,
    @Ctx() { em, now }: Context,
  ): Promise<RecordQuality[]> {
    const staleBefore = new Date(now.getTime() - staleAfterDays * day);
    const rows = await qualityOfRecords(em, { samples, staleBefore, now });
    return rows.map(({ department, month, records, stale, duplicates }) => ({
      departmentCode: department,
      month,
      records: exact(records),
      stale: exact(stale),
      duplicates: exact(duplicates),
    }));
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Whose (担当部署).' })
  department(@Root() { departmentCode }: RecordQuality): Department {
    return { code: departmentCode };
  }
}

const isShort = (scope: CountedScope): scope is ShortScope =>
  scope.from !== null &&
  scope.to !== null &&
  new Date(scope.to).getTime() - new Date(scope.from).getTime() <= comparison.days * day;
