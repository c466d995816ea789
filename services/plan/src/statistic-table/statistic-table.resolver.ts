import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';

import { digestOf, recordRelease, releaseById } from '../release/release.repository.js';
import { snapshotToAsk } from '../snapshot/first-snapshot.repository.js';
import { snapshotById, snapshotByNumber } from '../snapshot/snapshot.repository.js';
import { definitionsChanged, notSealedYet, snapshotUnknown } from '../snapshot/snapshot.errors.js';
import { valuesOf } from './axis.rules.js';
import { canonicalQuestion } from './canonical-question.js';
import { monthsOf } from './counts.repository.js';
import { makeTable } from './make-table.repository.js';
import { StatisticDefinitions } from './statistic-definitions.entity.js';
import { dimensions } from './statistic-dimensions.js';
import { definitionsVersion, measures } from './statistic-measures.js';
import { StatisticQuestion } from './statistic-question.input.js';
import { StatisticTable } from './statistic-table.entity.js';
import { StatisticRefused } from './statistic.errors.js';

/** Answers questions across departments with tables that may be published. */
@Resolver()
export class StatisticTableResolver {
  @Public()
  @Directive('@cost(weight: 5)')
  @Query(() => StatisticDefinitions, {
    nullable: true,
    description: 'What can be asked of "statistics", and what it means (統計の定義).',
  })
  async statisticDefinitions(@Ctx() { em, now }: Context): Promise<StatisticDefinitions> {
    const snapshot = await snapshotToAsk(em, now);
    const months = snapshot && (await monthsOf(em, snapshot.number));
    return {
      version: definitionsVersion,
      measures,
      dimensions: dimensions.map(({ code, label }) => ({
        code,
        label,
        values: [
          ...valuesOf(code, snapshot ?? nothingSealed, {
            months,
            definitions: definitionsVersion,
          }),
        ],
      })),
    };
  }

  @Public()
  @Directive('@cost(weight: 20)')
  @Query(() => StatisticTable, {
    nullable: true,
    description:
      'A table that may be published, from a sealed snapshot; people who are few are held back. What cannot be asked is refused with what can (公表できる集計表).',
  })
  async statistics(
    @Arg('question', () => StatisticQuestion, { description: 'What it is to show (問い).' })
    asked: StatisticQuestion,
    @Ctx() { em, now, caller }: Context,
  ): Promise<Answered> {
    return orRefusal(async () => {
      const question = canonicalQuestion(asked);
      const snapshot = asked.snapshot
        ? await snapshotById(em, asked.snapshot)
        : await snapshotToAsk(em, now);
      if (!snapshot) throw asked.snapshot ? snapshotUnknown() : notSealedYet();
      const table = await makeTable(em, question, { snapshot, definitions: definitionsVersion });
      await recordRelease(em, { table, question, snapshot }, { caller, now });
      return table;
    });
  }

  @Public()
  @Directive('@cost(weight: 20)')
  @Query(() => StatisticTable, {
    nullable: true,
    description:
      'A table that was released, made again from its snapshot; null where none has this id (集計表の再現).',
  })
  async statisticTable(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { em }: Context,
  ): Promise<Answered | null> {
    const release = await releaseById(em, id);
    const snapshot = release && (await snapshotByNumber(em, release.snapshot));
    if (!snapshot) return null;
    return orRefusal(async () => {
      const table = await makeTable(em, release.question, {
        snapshot,
        definitions: release.definitions,
      });
      if (digestOf(table) === release.digest) return table;
      throw definitionsChanged(release.definitions);
    });
  }
}

/** A table, or in its place why there is none. */
type Answered = StatisticTable | Pick<StatisticTable, 'id' | 'refusal'>;

async function orRefusal(make: () => Promise<StatisticTable>): Promise<Answered> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof StatisticRefused) return { id: null, refusal: error.refusal };
    throw error;
  }
}

/** What is known of a city of which nothing was sealed yet. */
const nothingSealed = { departments: [], labels: { districts: [], measures: [] } };
