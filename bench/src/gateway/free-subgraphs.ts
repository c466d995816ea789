import { serveAnswers } from './remembered-answers.js';
import { shopAnswer } from './workload/shop-answer.js';

/* The subgraphs of the workload in one process. */

serveAnswers(async (name, body) => {
  // A gateway wrote it; what it forgot graphql-js tells.
  const request = JSON.parse(body) as { query: string; variables?: object | null };
  return JSON.stringify(await shopAnswer(name, request));
});
process.on('disconnect', () => process.exit());
