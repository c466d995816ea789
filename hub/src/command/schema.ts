import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { departments } from '../city/departments.js';
import { graphFiles, printGraph } from '../graph/graph.js';
import { printPageTypes } from '../graph/page-types.js';
import { printPlans } from '../graph/printed-plans.js';
import { schemaFolder } from '../graph/schema-folder.js';
import type { Command } from './command.js';

/** Prints the contract from the code into `schema/`, or tells where the two differ. */
export const schemaCommand: Command = {
  usage: 'schema [--check]',
  summary: 'Writes schema/*.graphql and the types of the pages; with --check tells what differs.',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { check: { type: 'boolean', default: false } },
    });
    const graph = printGraph(departments);
    const files = new Map([
      ...graphFiles(graph),
      ...(await printPageTypes(graph)),
      ...(await printPlans(graph)),
    ]);
    const differing = [...files].filter(([name, text]) => committed(name) !== text);
    if (values.check) return report(differing.map(([name]) => name));
    for (const [name, text] of differing) put(join(schemaFolder, name), text);
    process.stdout.write(`schema/: ${differing.length} of ${files.size} files written anew.\n`);
    return 0;
  },
};

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function committed(name: string): string | undefined {
  try {
    return readFileSync(join(schemaFolder, name), 'utf8');
  } catch {
    return undefined;
  }
}

function report(names: readonly string[]): number {
  for (const name of names)
    process.stderr.write(
      `${join('schema', name)} is not what the code prints. Run: npm run schema\n`,
    );
  return names.length > 0 ? 1 : 0;
}
