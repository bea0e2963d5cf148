// Faults on the way to the platform and back: before a request is looked at, and after it was accepted. A fault closes connections,
// waits or answers; it never changes what was accepted.
import type { FastifyReply } from 'fastify';
import type { Fault } from '../faults.ts';
import type { World } from '../world/world.ts';
import { refusal } from './answers.ts';

const silenceMs = 60_000;

/** What goes wrong at the Graph endpoints. */
export class GraphFaults {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  take(number: string): Fault | undefined {
    return this.#world.faults.take('graph', number);
  }

  takeMedia(): Fault | undefined {
    return this.#world.faults.take('media');
  }

  /** @returns whether the request ends here, with nothing accepted */
  async before(fault: Fault | undefined, reply: FastifyReply): Promise<boolean> {
    switch (fault?.kind) {
      case 'drop':
        return hangUp(reply);
      case 'delay':
        await pause(fault.delayMs);
        return false;
      case 'error': {
        const { body } = refusal(fault.status === 503 ? 131016 : 131000, '', this.#world.newTraceId());
        return answer(reply, fault.status, body);
      }
      case 'throttle':
      case 'refuse': {
        const code = fault.kind === 'throttle' ? 130429 : fault.code;
        const { status, body } = refusal(code, 'ordered by a fault', this.#world.newTraceId());
        this.#world.sends.refuse(code);
        return answer(reply, status, body);
      }
      default:
        return false;
    }
  }

  /** @returns whether the answer is lost, though the request was accepted */
  async after(fault: Fault | undefined, reply: FastifyReply): Promise<boolean> {
    if (fault?.kind === 'accept-then-drop') return hangUp(reply);
    if (fault?.kind !== 'accept-then-silence') return false;
    reply.hijack();
    const timeout = setTimeout(() => reply.raw.socket?.destroy(), silenceMs);
    reply.raw.once('close', () => clearTimeout(timeout));
    return true;
  }
}

function hangUp(reply: FastifyReply): boolean {
  reply.hijack();
  reply.raw.socket?.destroy();
  return true;
}

function answer(reply: FastifyReply, status: number, body: unknown): boolean {
  reply.code(status).send(body);
  return true;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
