import type { ReadyDocument } from '../../../src/ready/ready-document.js';

/** Every question of `schema/document` that analysts may ask. Empty here: it is filled when the pages are bundled. */
export const gatheredQuestions: readonly ReadyDocument[] = [];
