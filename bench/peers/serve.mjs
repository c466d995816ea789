import { readFileSync } from 'node:fs';

/** What the bench wants to be served: the supergraph's SDL, and name, SDL and address of each subgraph. */
export const told = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** Tells the bench where this gateway answers, and, whenever asked, what it has used. */
export function answersAt(url) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const peak = process.resourceUsage().maxRSS / 1024;
    process.send({ milliseconds: (user + system) / 1000, peak });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url });
}
