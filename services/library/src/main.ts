import { runService } from '@manabi/kit/run';

import { library } from './service.js';

await runService(library);
