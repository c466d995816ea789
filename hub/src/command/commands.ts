import type { Command } from './command.js';

/**
 * The commands by the words that call them, in the order in which they are told. Each is read from its file when it is
 * called: few need the whole city, and reading all of it takes seconds.
 */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['start', async () => (await import('./start.js')).startCommand],
  ['import', async () => (await import('./import.js')).importCommand],
  ['map', async () => (await import('./map.js')).mapCommand],
  ['template', async () => (await import('./template.js')).templateCommand],
  ['source', async () => (await import('./source.js')).sourceCommand],
  ['undo', async () => (await import('./undo.js')).undoCommand],
  ['deliveries', async () => (await import('./deliveries.js')).deliveriesCommand],
  ['backup', async () => (await import('./backup.js')).backupCommand],
  ['restore', async () => (await import('./restore.js')).restoreCommand],
  ['rebuild-index', async () => (await import('./rebuild-index.js')).rebuildIndexCommand],
  ['client', async () => (await import('./client.js')).clientCommand],
  ['keys', async () => (await import('./keys.js')).keysCommand],
  ['conform', async () => (await import('./conform.js')).conformCommand],
  ['sandbox', async () => (await import('./sandbox.js')).sandboxCommand],
  ['access', async () => (await import('./access.js')).accessCommand],
  ['plan', async () => (await import('./plan.js')).planCommand],
  ['statistics', async () => (await import('./statistics.js')).statisticsCommand],
  ['usage', async () => (await import('./usage.js')).usageCommand],
  ['check', async () => (await import('./check.js')).checkCommand],
  ['schema', async () => (await import('./schema.js')).schemaCommand],
]);
