import { bilingual } from '@manabi/kit/value/local-text';

import { StatisticRefusalCode as Code } from '../statistic-table/statistic-refusal.entity.js';
import { StatisticRefused } from '../statistic-table/statistic.errors.js';

const refused = (code: Code, ja: string, en: string): StatisticRefused =>
  new StatisticRefused({ code, text: bilingual(ja, en) });

/** No snapshot has the id that was asked for. */
export const snapshotUnknown = (): StatisticRefused =>
  refused(
    Code.SNAPSHOT_UNKNOWN,
    'その集計時点の控えはありません。指定を外すか、表に書かれた識別子を使ってください。',
    'No such snapshot was sealed. Leave "snapshot" out, or take one from a table.',
  );

/** The first snapshot of the city takes longer than a question waits. */
export const notSealedYet = (): StatisticRefused =>
  refused(
    Code.NOT_SEALED_YET,
    '最初の集計を準備しています。記録が多い市でも2分ほどで終わりますので、そのあともう一度おたずねください。',
    'The first snapshot is being sealed. Ask again in two minutes: a million records take no longer.',
  );

/** A table was made by definitions that are no longer in use. */
export const definitionsChanged = (definitions: string): StatisticRefused =>
  refused(
    Code.DEFINITIONS_CHANGED,
    `この表は、いまは使わない定義（${definitions}）で作られました。もう一度集計して、新しい表を引用してください。`,
    `This table was made by definitions that are no longer in use (${definitions}). Ask its question again, and cite the new table.`,
  );
