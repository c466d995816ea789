import { runService } from '@manabi/kit/run';

import { kominkan } from './service.js';

await runService(kominkan);
