import { fileURLToPath } from 'node:url';

/** Where the committed contract stands. */
export const schemaFolder: string = fileURLToPath(new URL('../../../schema', import.meta.url));
