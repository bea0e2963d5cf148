// Where the process begins. The writer's thread of a large import loads its modules while the program is loaded.

import { ReadyThread } from './assembly/thread/ready-thread.ts';
import { isBulkImport } from './cli/import-shape.ts';

// Whatever this process writes is its user's alone.
process.umask(0o077);

const typed = process.argv.slice(2);
const thread = new ReadyThread();
if (await isBulkImport(typed)) thread.begin();
const { program } = await import('./program.ts');
process.exitCode = await program(typed, thread);
