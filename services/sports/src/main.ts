import { runService } from '@manabi/kit/run';

import { sports } from './service.js';

await runService(sports);
