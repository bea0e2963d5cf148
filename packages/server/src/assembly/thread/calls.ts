// Calling an object that lives on another thread: a message a call, an answer or an error back, progress on the way.
// Calls start in the order in which they were made. Plain data only (structured clone); no function but progress crosses.

import type { MessagePort, Worker } from 'node:worker_threads';
import { receivedError, type SentError, sentError } from './errors.ts';

interface Call {
  readonly id: number;
  readonly target: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** The last argument is a function that wants to be told how far the work is. */
  readonly progress: boolean;
}

type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: SentError }
  | { readonly id: number; readonly progress: readonly unknown[] };

/** What a method is called with or answers with, and the buffers that go over with it in place of being copied: they are empty here afterwards. */
export class HandedOver {
  readonly value: unknown;
  readonly buffers: readonly ArrayBuffer[];

  constructor(value: unknown, buffers: readonly ArrayBuffer[]) {
    this.value = value;
    this.buffers = buffers;
  }
}

type Method = (...args: readonly unknown[]) => unknown;
/** The objects that may be called, and which methods of each. */
export type Targets = Readonly<Record<string, { readonly object: object; readonly methods: readonly string[] }>>;

/** Answers calls that come in through the port. */
export function serveCalls(port: MessagePort, targets: Targets): void {
  port.on('message', (call: Call) => {
    const post = (answer: Answer, buffers: readonly ArrayBuffer[] = []): void => port.postMessage(answer, [...buffers]);
    const progress = (...args: readonly unknown[]): void => post({ id: call.id, progress: args });
    const work = async (): Promise<unknown> =>
      methodOf(targets, call)(...call.args, ...(call.progress ? [progress] : []));
    work().then(
      (value) =>
        value instanceof HandedOver
          ? post({ id: call.id, value: value.value }, value.buffers)
          : post({ id: call.id, value }),
      (error: unknown) => post({ id: call.id, error: sentError(error) }),
    );
  });
}

function methodOf(targets: Targets, { method, target }: Call): Method {
  const known = targets[target];
  if (known === undefined || !known.methods.includes(method)) throw new TypeError(`no method ${target}.${method}`);
  return (...args) => {
    const call: unknown = Reflect.get(known.object, method);
    if (typeof call !== 'function') throw new TypeError(`no method ${target}.${method}`);
    return Reflect.apply(call, known.object, args);
  };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly progress: Method | undefined;
}

/** Calls what a worker thread serves. When the thread ends, every call that waits or comes later is rejected. */
export class ThreadCalls {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  private ended: Error | undefined;

  constructor(worker: Worker) {
    this.worker = worker;
    worker.on('message', (answer: Answer) => this.take(answer));
    worker.on('error', (error) => this.end(error));
    worker.on('exit', () => this.end(new Error('the thread has ended')));
  }

  /** Calls `target.method`. A function as the last argument is told how far the work is. */
  call(target: string, method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    const last = args.at(-1);
    const progress = typeof last === 'function' ? (last as Method) : undefined;
    const plain = progress === undefined ? args : args.slice(0, -1);
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, progress });
      const sent = plain.map((arg) => (arg instanceof HandedOver ? arg.value : arg));
      const buffers = plain.flatMap((arg) => (arg instanceof HandedOver ? arg.buffers : []));
      const call: Call = { id, target, method, args: sent, progress: progress !== undefined };
      this.worker.postMessage(call, buffers);
    });
  }

  /** The methods of a target, each as an asynchronous function. */
  target<T extends object>(target: string, methods: readonly (keyof T & string)[]): T {
    const entries = methods.map((method) => [method, (...args: readonly unknown[]) => this.call(target, method, args)]);
    return Object.fromEntries(entries) as T;
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if (waiting === undefined) return;
    if ('progress' in answer) {
      waiting.progress?.(...answer.progress);
      return;
    }
    this.waiting.delete(answer.id);
    if ('error' in answer) waiting.reject(receivedError(answer.error));
    else waiting.resolve(answer.value);
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}
