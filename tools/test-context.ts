// Runs before the tests of a process. To tell which test an error belongs to that was thrown outside of it, node:test hears of every
// promise that is made and of each that is collected, which is a tenth of a run. Here the test in whose context an error was thrown is
// known by that context, and nothing is heard. Everything else of node:test stays as it is.

import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

type Hooks = typeof import('node:async_hooks');
type Callbacks = Parameters<Hooks['createHook']>[0];

const require = createRequire(import.meta.url);
/** What node:test takes for itself when it is loaded. */
const hooks = require('node:async_hooks') as { -readonly [name in keyof Hooks]: Hooks[name] };
const { AsyncResource, createHook, executionAsyncId } = hooks;

/** The number of the test that runs. */
const running = new AsyncLocalStorage<number>();
const told: Callbacks[] = [];

/** A test, of which its runner hears as its hook would have it. */
class TestResource extends AsyncResource {
  constructor(type: string) {
    super(type);
    for (const { init } of told) init?.(this.asyncId(), type, this.triggerAsyncId(), this);
  }

  override runInAsyncScope<This, Result>(
    fn: (this: This, ...args: unknown[]) => Result,
    thisArg?: This,
    ...args: unknown[]
  ): Result {
    return super.runInAsyncScope(() => running.run(this.asyncId(), () => Reflect.apply(fn, thisArg, args) as Result));
  }
}

hooks.AsyncResource = TestResource as Hooks['AsyncResource'];
hooks.executionAsyncId = () => running.getStore() ?? executionAsyncId();
hooks.createHook = (callbacks) => {
  const hook = createHook({});
  hook.enable = () => {
    told.push(callbacks);
    return hook;
  };
  return hook;
};
require('node:test');
Object.assign(hooks, { AsyncResource, createHook, executionAsyncId });
