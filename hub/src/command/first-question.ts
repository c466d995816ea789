import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FrontDoor } from '../city/front-door.js';
import { schemaFolder } from '../graph/schema-folder.js';

/** Asks the question of the README at the public graph and prints the answer, so that a newcomer sees one. */
export async function askFirstQuestion(
  door: FrontDoor,
  say: (sentence: string) => void,
): Promise<void> {
  const query = readFileSync(join(schemaFolder, 'document', 'first-question.graphql'), 'utf8');
  const answer = await door.publicGateway.execute({ query });
  say(
    `\nA first question, over three departments:\n\n${query.trim()}\n\n${JSON.stringify(answer, null, 2)}`,
  );
}
