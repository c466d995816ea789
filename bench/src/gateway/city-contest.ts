import { contenders } from './contenders.js';
import { middle, run, type RunFigures } from './contest.js';
import { leaveMeasuredCore, pins } from './cores.js';
import { openCitySetting, questionOf } from './city-setting.js';
import { refuseUnequal } from './equal-answers.js';
import { installPeers } from './install-peers.js';

/** What each gateway needed for the city's questions. */
export interface CityContest {
  readonly pinned: boolean;
  readonly leftOut: Readonly<Record<string, string>>;
  /** By question and contender. */
  readonly figures: Readonly<Record<string, Record<string, RunFigures>>>;
}

/** Ours first: the others have to answer as it does. */
const taking = ['ours', 'hive-rust', 'hive', 'apollo'];
const wanted = taking.flatMap((name) => contenders.filter((each) => each.name === name));

/**
 * Lets gateways answer questions of the sample city in turns. Its subgraphs answer what they were asked before from
 * memory, so that the gateways are measured and not the database. Who cannot answer one is left out of it.
 */
export async function cityContest(
  names: readonly string[],
  { home, seconds, rounds }: { home: string; seconds: number; rounds: number },
): Promise<CityContest> {
  leaveMeasuredCore();
  installPeers();
  const asked = names.map((name) => ({ name, ...questionOf(name) }));
  const setting = await openCitySetting(home, asked);
  const effort = {
    connections: 16,
    milliseconds: seconds * 1000,
    warmMilliseconds: 3_000,
    warmAnswers: 300,
  };
  const figures: Record<string, Record<string, RunFigures>> = {};
  const leftOut: Record<string, string> = {};
  try {
    for (const { name, ...question } of asked) {
      const checked = await refuseUnequal(wanted, setting, [question]);
      for (const [who, why] of Object.entries(checked.leftOut)) leftOut[`${who} of ${name}`] = why;
      const runs = new Map<string, RunFigures[]>(checked.taking.map((each) => [each.name, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (const contender of checked.taking) {
          const { surroundings, calls } = setting;
          const told = await run(contender, { surroundings, asked: question, calls }, effort);
          process.stdout.write(`${name} ${contender.name} ${JSON.stringify(told)}\n`);
          runs.get(contender.name)?.push(told);
        }
      }
      figures[name] = Object.fromEntries([...runs].map(([who, each]) => [who, middle(each)]));
    }
  } finally {
    await setting.stop();
  }
  return { pinned: pins, leftOut, figures };
}
