import { z } from 'zod';
import { processSettings } from './process-settings.js';
import { keysAt, withoutDefaults } from './read-settings.js';

const beginning = `# The configuration of a gateway

A gateway that runs on its own (\`node gateway/dist/main.js\`) reads one JSON file, named by \`GATEWAY_CONFIGURATION\`. Every key below may be left out unless it says otherwise, and what is then assumed is safe to show to strangers. An unknown key is refused, with the nearest right one. Some may stand in a variable of their own, which goes before the file: \`GATEWAY_SUPERGRAPH\` (\`supergraph.file\`), \`GATEWAY_MODE\`, \`GATEWAY_CONTRACT\`, \`GATEWAY_INTROSPECTION\` (\`on\` or \`off\`), \`HOST\`, \`PORT\`, \`GATEWAY_SUBGRAPHS\` (\`name=address,name=address\`). The city's key stands in \`GATEWAY_KEY\` only, at least 32 characters; requests to each service are signed with the key that is made of it for that service (see \`docs/signature.md\`). \`node --max-semi-space-size=16 gateway/dist/main.js\` needs less memory, a quarter less under load (see \`bench/README.md\`), for up to a quarter more processor time where answers are large.

\`\`\`json
{
  "contract": "public",
  "supergraph": { "file": "schema/public.graphql", "lastGood": "state/last-good.graphql" },
  "trustedDocuments": ["schema/document"],
  "listen": { "host": "0.0.0.0", "port": 4000 },
  "proxies": { "count": 1 }
}
\`\`\`

In \`production\`, what is assumed, the public graph answers trusted documents only: by their text, by \`documentId\` (\`sha256:\` and the digest of the text) or by \`extensions.persistedQuery.sha256Hash\`. They are planned before the gateway is ready. In \`development\` anybody may ask anything as often as they like; \`npm start\` runs a city so, unless it is told \`--production\`.

\`SIGHUP\`, or a change of the supergraph's file, serves what the files say now, once it was read and every trusted document was planned for it; what does not fit is logged and changes nothing. \`SIGTERM\` ends the gateway: \`/ready\` answers 503 first (\`shutdown.notice\`), then no more connections are taken, what is in work is finished (\`shutdown.grace\`), and it exits with 0. \`/health\` says whether it lives; \`/ready\` whether requests should be sent here, and, asked from this machine, how each subgraph is. A silent subgraph does not make a gateway unready.

The two gateways of a hub read \`gateway.json\` in its home, if there is one: the same keys but \`mode\` and \`contract\` (\`npm start\` says the mode) and those of a process (\`supergraph\`, \`trustedDocuments\`, \`subgraphs\`, \`listen\`, \`connections\`, \`shutdown\` and secrets).

What is too much is answered 503 (\`load\`) or, for one client, 429 (\`rates\`), both with \`Retry-After\`, before anything is planned.

## Every key

`;

/** Prints the page on the configuration of a gateway, with a table of every key there is. */
export function settingsPage(): string {
  return `${beginning}${settingsTable(processSettings)}\n`;
}

/** Prints a table of every setting of a schema: its key, what it may be, its default and what it means. */
export function settingsTable(schema: z.ZodType): string {
  const head = ['| Key | Value | Default | Meaning |', '| --- | --- | --- | --- |'];
  return [...head, ...rows(schema, [])].join('\n');
}

function rows(schema: z.ZodType, path: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [key, setting] of Object.entries(keysAt(schema, []) ?? {})) {
    const place = [...path, key];
    const isGroup = keysAt(setting, []) !== undefined;
    const kind = isGroup ? '' : kindOf(withoutDefaults(setting));
    const usual = isGroup ? '' : usualOf(setting);
    const meaning = setting.description ?? withoutDefaults(setting).description ?? '';
    lines.push(`| \`${place.join('.')}\` | ${kind} | ${usual} | ${meaning} |`);
    if (isGroup) lines.push(...rows(setting, place));
  }
  return lines;
}

function kindOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((word) => `\`${word}\``).join(' or ');
  if (schema instanceof z.ZodUnion) {
    // The members of a union of settings are schemas of the same kind.
    return schema.options.map((option) => kindOf(option as z.ZodType)).join(' or ');
  }
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodRecord) return 'by name';
  if (schema instanceof z.ZodBoolean) return '`true` or `false`';
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'whole number' : 'number';
  return 'text';
}

function usualOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodDefault) return `\`${JSON.stringify(schema.def.defaultValue)}\``;
  const isLeftOut = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  return isLeftOut ? '' : 'must be given';
}
