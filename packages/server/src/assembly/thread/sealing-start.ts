// Where the sealing thread starts: as `start.ts`, for another module.

import './kept-modules.ts';

await import('./sealing-thread.ts');
