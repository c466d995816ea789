import { changeResolver } from '@manabi/kit/subscription/change.resolver';

import { LibraryProgramChange } from './program-change.entity.js';
import { LibraryProgram } from './program.entity.js';
import { programById } from './program.loader.js';

/** Tells the changes of library events. */
export const LibraryProgramChangeResolver = changeResolver(LibraryProgramChange, {
  record: LibraryProgram,
  byId: programById,
  words: { en: 'library event', ja: '図書館行事' },
});
