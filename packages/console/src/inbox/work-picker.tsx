// Chooses for a conversation: who gets it, which labels it carries, until when it rests.

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog } from '../look/layers.tsx';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { type WorkAct, workQuery } from './inbox-queries.ts';
import { useWorkActs } from './work-acts.ts';
import { Colleagues, Labels, Times } from './work-options.tsx';

export interface Picked {
  readonly conversation: number;
  readonly what: 'assign' | 'label' | 'snooze';
}

const TITLES: Readonly<Record<Picked['what'], Key>> = {
  assign: 'inbox.assign',
  label: 'inbox.labels',
  snooze: 'inbox.snooze',
};

/** A dialog with the choices. */
export function WorkPicker({ conversation, what, onClose }: Picked & { readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { act } = useWorkActs();
  const { data: work } = useQuery(workQuery(conversation));
  const choose = (said: WorkAct): void => {
    act(conversation, said);
    if (said.act !== 'label' && said.act !== 'unlabel') onClose();
  };
  const carries = (label: number): boolean => work?.labels.includes(label) === true;
  return (
    <Dialog open onClose={onClose} title={t(TITLES[what])} width={420}>
      {what === 'assign' && (
        <Colleagues
          isOn={({ assignee, team }) =>
            work !== undefined &&
            (work.assignee ?? null) === assignee &&
            (assignee !== null || team === undefined || work.team === team)
          }
          onChoose={(given) => choose({ act: 'assign', ...given })}
        />
      )}
      {what === 'label' && (
        <Labels isOn={carries} onChoose={(label) => choose({ act: carries(label) ? 'unlabel' : 'label', label })} />
      )}
      {what === 'snooze' && <Times onChoose={(until) => choose({ act: 'snooze', until })} />}
    </Dialog>
  );
}
