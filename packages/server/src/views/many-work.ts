// What an act at many conversations changes in each of them, and what puts the earlier state back. Pure: the board says how they stand.

import type { WorkSaid } from '../records/work.ts';
import { stateOf } from './inbox.ts';
import type { BoardChat } from './inbox-board.ts';

/** Acts that make sense at many: how far somebody has read is nobody's to say for all. */
export type ManySaid = Exclude<WorkSaid, { readonly act: 'read' | 'unread' }>;

/** Whether the act would leave the conversation as it is. */
export function isSo(chat: BoardChat, said: ManySaid, nowMs: number): boolean {
  const state = stateOf(chat, nowMs);
  switch (said.act) {
    case 'assign':
      return chat.assignee === said.assignee && chat.team === said.team;
    case 'label':
      return chat.labels.includes(said.label);
    case 'unlabel':
      return !chat.labels.includes(said.label);
    case 'close':
      return state === 'closed';
    case 'reopen':
      return state !== 'closed';
    case 'snooze':
      return state === 'snoozed' && chat.snoozedUntil === secondsOf(said.until);
    case 'wake':
      return state !== 'snoozed';
  }
}

/** The act that puts a conversation back to how it stands before another act. */
export function backOf(chat: BoardChat, said: ManySaid, nowMs: number): ManySaid {
  switch (said.act) {
    case 'assign': {
      const { assignee, team } = chat;
      return {
        act: 'assign',
        ...(assignee === undefined ? {} : { assignee }),
        ...(team === undefined ? {} : { team }),
      };
    }
    case 'label':
      return { act: 'unlabel', label: said.label };
    case 'unlabel':
      return { act: 'label', label: said.label };
    case 'close':
      return { act: 'reopen' };
    case 'reopen':
      return { act: 'close' };
    case 'snooze':
    case 'wake':
      if (stateOf(chat, nowMs) !== 'snoozed') return { act: 'wake' };
      return { act: 'snooze', until: new Date(chat.snoozedUntil * 1000).toISOString() };
  }
}

/** As the tables keep it. */
function secondsOf(until: string): number {
  return Math.ceil(Date.parse(until) / 1000);
}
