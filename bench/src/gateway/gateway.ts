import { record } from '../record.js';
import { byHand, type Contender, contenders } from './contenders.js';
import { middle, rounded, run, type RunFigures } from './contest.js';
import { leaveMeasuredCore, pins } from './cores.js';
import { refuseUnequal } from './equal-answers.js';
import { installPeers } from './install-peers.js';
import { openShop, type Setting } from './shop-setting.js';
import { bigQuery, smallQuery } from './workload/operations.js';

/** Words of the command: seconds of a run, rounds, and names of contenders where not all are wanted. */
const [seconds = '6', rounds = '3', ...names] = process.argv.slice(2);
const effort = {
  connections: 48,
  milliseconds: Number(seconds) * 1000,
  // JavaScript that has run a few thousand times only is a third slower than what a gateway is after a minute.
  warmMilliseconds: 6_000,
  warmAnswers: 600,
};
const queries = { big: bigQuery, small: smallQuery };
type QueryName = keyof typeof queries;

const wanted = contenders.filter(({ name }) => names.length === 0 || names.includes(name));

leaveMeasuredCore();
installPeers();
const setting = await openShop();
try {
  const { taking, leftOut } = await refuseUnequal(
    wanted,
    setting,
    Object.values(queries).map((query) => ({ query })),
  );
  const figures = {
    big: await contest(taking, setting, 'big'),
    small: await contest(taking, setting, 'small'),
  };
  const told = {
    pinned: pins ? 'gateway on core 0; load and subgraphs on core 1' : 'not pinned',
    effort: { ...effort, rounds: Number(rounds) },
    contenders: Object.fromEntries(taking.map(({ name, about }) => [name, about])),
    leftOut,
    ...figures,
  };
  // Figures of some alone are told and not kept.
  if (names.length === 0) record('gateway', told);
  else process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
} finally {
  await setting.stop();
}

/** Lets the contenders take turns, so that what the machine does meanwhile meets all of them alike. */
async function contest(
  taking: readonly Contender[],
  { surroundings, calls }: Setting,
  name: QueryName,
): Promise<Record<string, RunFigures & { shareOfByHand: number }>> {
  const runs = new Map<string, RunFigures[]>(taking.map((contender) => [contender.name, []]));
  for (let round = 1; round <= Number(rounds); round++) {
    for (const contender of taking) {
      const figures = await run(
        contender,
        { surroundings, asked: { query: queries[name] }, calls },
        effort,
      );
      process.stdout.write(`${name} ${round} ${contender.name} ${JSON.stringify(figures)}\n`);
      runs.get(contender.name)?.push(figures);
    }
  }
  const middles = [...runs].map(([contender, each]) => [contender, middle(each)] as const);
  const most = middles.find(([contender]) => contender === byHand.name)?.[1].requestsPerSecond ?? 1;
  return Object.fromEntries(
    middles.map(([contender, each]) => [
      contender,
      { ...each, shareOfByHand: rounded(each.requestsPerSecond / most, 3) },
    ]),
  );
}
