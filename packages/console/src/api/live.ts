// What happens, as it happens: one stream of events by numbers alone for the whole console. Whoever shows something says which kinds
// make it stale. The stream comes back by itself, and goes on where it was.

import { useEffect, useRef } from 'react';
import { useMay, useSession } from './session.ts';

export interface LiveEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly conversation?: number;
  readonly person?: number;
  readonly message?: number;
  readonly state?: string;
}

type Told = (event: LiveEvent) => void;

const TYPES = [
  'message',
  'message.edited',
  'message.deleted',
  'message.status',
  'message.reaction',
  'message.media',
  'message.sending',
  'conversation.opened',
  'conversation.work',
  'person.merged',
  'person.split',
  'person.changed',
  'import.completed',
  'import.withdrawn',
  'erased',
] as const;

const followers = new Set<Told>();
let stream: EventSource | undefined;

/** `head`: from where on. What came between the first answer and the stream's beginning is told too. */
function open(head: number | undefined): void {
  stream = new EventSource(`/api/v1/events?bare=true&${head === undefined ? 'new=true' : `after=${head}`}`);
  for (const type of TYPES) {
    stream.addEventListener(type, ({ data }: MessageEvent<string>) => {
      const event: LiveEvent = JSON.parse(data);
      for (const tell of followers) tell(event);
    });
  }
}

/** Calls with every event while the component is there; with none where this person may not follow what happens. */
export function useLive(told: Told): void {
  const latest = useRef(told);
  latest.current = told;
  const mayFollow = useMay('read:events');
  const head = useRef<number>(undefined);
  head.current = useSession().head;
  useEffect(() => {
    if (!mayFollow) return;
    const tell: Told = (event) => latest.current(event);
    followers.add(tell);
    if (stream === undefined) open(head.current);
    return () => {
      followers.delete(tell);
      if (followers.size > 0) return;
      stream?.close();
      stream = undefined;
    };
  }, [mayFollow]);
}
