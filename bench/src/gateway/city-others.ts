import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record } from '../record.js';
import { type Contender, contenders } from './contenders.js';
import { type Asked, middle, run, type RunFigures } from './contest.js';
import { leaveMeasuredCore, pins } from './cores.js';
import { openCitySetting, questionOf } from './city-setting.js';
import { refuseUnequal } from './equal-answers.js';
import { installPeers } from './install-peers.js';
import type { Setting } from './shop-setting.js';

/*
 * What questions of the sample city cost this gateway and others, in turns. The city's subgraphs answer what they were
 * asked before from memory, so that the gateways are measured and not the database.
 */

/** Words of the command: seconds of a run, and rounds. */
const [seconds = '6', rounds = '3'] = process.argv.slice(2);
const effort = {
  connections: 16,
  milliseconds: Number(seconds) * 1000,
  warmMilliseconds: 3_000,
  warmAnswers: 300,
};

/** Ours first: the others have to answer as it does. */
const wanted = ['ours', 'hive-rust', 'hive', 'apollo'].flatMap((name) =>
  contenders.filter((each) => each.name === name),
);
const leftOut: Record<string, string> = {};
const home = mkdtempSync(join(tmpdir(), 'city-bench-'));

leaveMeasuredCore();
installPeers();
try {
  const asked = ['p1', 'p4', 'p7'].map((name) => ({ name, question: questionOf(name) }));
  const setting = await openCitySetting(
    home,
    asked.map(({ question }) => question),
  );
  const figures: Record<string, Record<string, RunFigures>> = {};
  try {
    for (const { name, question } of asked)
      figures[name] = await figuresOf(name, question, setting);
  } finally {
    await setting.stop();
  }
  record('gateway-city-others', {
    pinned: pins ? 'gateway on core 0; load and the city on core 1' : 'not pinned',
    effort: { ...effort, rounds: Number(rounds) },
    leftOut,
    ...figures,
  });
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** The figures of all who answer one question as ours does, and what each needs as a share of what ours does. */
async function figuresOf(
  name: string,
  question: Asked,
  setting: Setting,
): Promise<Record<string, RunFigures & { processorOfOurs: number }>> {
  const checked = await refuseUnequal(wanted, setting, [question]);
  for (const [who, why] of Object.entries(checked.leftOut)) leftOut[`${who}, ${name}`] = why;
  const runs = new Map<Contender, RunFigures[]>(checked.taking.map((each) => [each, []]));
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [contender, each] of runs) {
      const { surroundings, calls } = setting;
      const told = await run(contender, { surroundings, asked: question, calls }, effort);
      process.stdout.write(`${name} ${contender.name} ${JSON.stringify(told)}\n`);
      each.push(told);
    }
  }
  const middles = [...runs].map(([contender, each]) => [contender.name, middle(each)] as const);
  const ours = middles[0]?.[1].processorMs ?? 1;
  return Object.fromEntries(
    middles.map(([who, each]) => [
      who,
      { ...each, processorOfOurs: Math.round((each.processorMs / ours) * 100) / 100 },
    ]),
  );
}
