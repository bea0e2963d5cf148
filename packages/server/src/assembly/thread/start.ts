// Where the writer's thread starts: the modules of its work are loaded when there is a place to keep them compiled.

import './kept-modules.ts';

await import('./writer-thread.ts');
