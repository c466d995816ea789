import type { Context } from '@manabi/kit/context';

import type { Assistants } from './assistants.entity.js';
import { assistantsById } from './assistants.loader.js';

/** What a reference to assistants means. */
export const assistantsReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Assistants | null> => loaders.of(assistantsById).load(id);
