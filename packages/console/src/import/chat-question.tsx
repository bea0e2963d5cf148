// The one question that stands in the way of a chat: the order of its dates, which of two people is the business, which conversation
// it belongs to.

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../look/button.tsx';
import { Choice, TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './import.module.css';
import type { ImportChat } from './import-queries.ts';
import { useWallDate } from './wall-date.ts';

export interface Answer {
  readonly dateOrder?: 'DMY' | 'MDY' | 'YMD';
  readonly me?: string;
  readonly title?: string;
}

interface Asked {
  readonly chat: ImportChat;
  readonly isBusy: boolean;
  /** The file has no other chat: it is entered once this is answered. */
  readonly isAlone: boolean;
  readonly onAnswer: (answer: Answer, starts: boolean) => void;
}

export function ChatQuestion(asked: Asked): ReactNode {
  switch (asked.chat.question?.kind) {
    case 'dates':
      return <DateQuestion {...asked} />;
    case 'me':
      return <MeQuestion {...asked} />;
    case 'conversation':
      return <ConversationQuestion {...asked} />;
    default:
      return null;
  }
}

type Reading = NonNullable<NonNullable<ImportChat['question']>['readings']>[number];

function DateQuestion({ chat, isAlone, isBusy, onAnswer }: Asked): ReactNode {
  const t = useWords();
  const readings = chat.question?.readings ?? [];
  const [chosen, setChosen] = useState(readings.find(({ isLikely }) => isLikely)?.order);
  const [isLater, setLater] = useState(false);
  const reading = readings.find(({ order }) => order === chosen);
  const count = (reading?.counts?.added ?? chat.messages) + (reading?.counts?.newVersions ?? 0);
  if (isLater)
    return (
      <section className={styles['box']}>
        <div className={styles['acts']}>
          <h2>{t('import.dates-title')}</h2>
          <Button onClick={() => setLater(false)}>{t('import.state.question')}</Button>
        </div>
      </section>
    );
  return (
    <section className={styles['box']}>
      <h2>{t('import.dates-title')}</h2>
      <p className={styles['about']}>{t('import.dates-about')}</p>
      <fieldset className={styles['readings']}>
        <legend className="hidden-text">{t('import.dates-title')}</legend>
        {readings.map((one) => (
          <ReadingChoice
            key={one.order}
            reading={one}
            isChosen={one.order === chosen}
            onChoose={() => setChosen(one.order)}
          />
        ))}
      </fieldset>
      <div className={styles['acts']}>
        <Button
          kind="primary"
          disabled={chosen === undefined}
          busy={isBusy}
          onClick={() => chosen !== undefined && onAnswer({ dateOrder: chosen }, isAlone)}
        >
          {isAlone ? t('import.enter', { count }) : t('import.continue')}
        </Button>
        <Button kind="quiet" onClick={() => setLater(true)}>
          {t('import.later')}
        </Button>
        <span className={styles['mended']}>{t('import.mended')}</span>
      </div>
    </section>
  );
}

const ORDERS = { DMY: 'import.order-DMY', MDY: 'import.order-MDY', YMD: 'import.order-YMD' } as const;

function ReadingChoice({
  reading,
  isChosen,
  onChoose,
}: {
  readonly reading: Reading;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const t = useWords();
  const date = useWallDate();
  const name = useId();
  const { days, examples, first, isLikely, last, order } = reading;
  return (
    <label className={styles['reading']} data-chosen={isChosen}>
      <input type="radio" name="date-order" checked={isChosen} onChange={onChoose} aria-labelledby={name} />
      <span>
        <b id={name}>{t(ORDERS[order])}</b>
        <span className={styles['examples']}>
          {examples.map(({ raw, at }) => (
            <span key={raw}>
              <code>{raw}</code>
              <span>{date(at)}</span>
            </span>
          ))}
        </span>
        <small>
          {t('import.reading-days', { count: days, first: date(first), last: date(last) })}{' '}
          {isLikely && t('import.reading-likely')}
        </small>
      </span>
    </label>
  );
}

function MeQuestion({ chat, isAlone, isBusy, onAnswer }: Asked): ReactNode {
  const t = useWords();
  const [chosen, setChosen] = useState<string>();
  const names = chat.question?.names ?? [];
  return (
    <section className={styles['box']}>
      <h2>{t('import.me-title')}</h2>
      <p className={styles['about']}>{t('import.me-about')}</p>
      <fieldset className={styles['names']}>
        <legend className="hidden-text">{t('import.me-title')}</legend>
        {[...names, ''].map((name) => (
          <Choice
            key={name}
            type="radio"
            name="me"
            checked={chosen === name}
            onChange={() => setChosen(name)}
            label={name === '' ? t('import.me-nobody') : <bdi>{name}</bdi>}
          />
        ))}
      </fieldset>
      <div className={styles['acts']}>
        <Button
          kind="primary"
          disabled={chosen === undefined}
          busy={isBusy}
          onClick={() => chosen !== undefined && onAnswer({ me: chosen }, isAlone)}
        >
          {isAlone ? t('import.enter', { count: chat.counts?.added ?? chat.messages }) : t('import.continue')}
        </Button>
        <span className={styles['mended']}>{t('import.mended')}</span>
      </div>
    </section>
  );
}

function ConversationQuestion({ chat, isBusy, onAnswer }: Asked): ReactNode {
  const t = useWords();
  const count = chat.question?.count ?? 1;
  return (
    <section className={styles['box']}>
      <h2>{t('import.conversation-title')}</h2>
      <p className={styles['about']}>{t('import.conversation-about', { count })}</p>
      <TitleForm title={chat.title} isBusy={isBusy} onSay={(title) => onAnswer({ title }, false)} />
    </section>
  );
}

/** Where a chat belongs, by title. */
export function TitleForm({
  title,
  isBusy,
  onSay,
}: {
  readonly title: string;
  readonly isBusy: boolean;
  readonly onSay: (title: string) => void;
}): ReactNode {
  const t = useWords();
  const [said, setSaid] = useState(title);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (said.trim() !== '') onSay(said.trim());
  };
  return (
    <form onSubmit={send} className={styles['titleForm']}>
      <TextField
        label={t('import.conversation-new')}
        hint={t('import.conversation-hint')}
        dir="auto"
        maxLength={1000}
        value={said}
        onChange={({ target }) => setSaid(target.value)}
      />
      <div className={styles['acts']}>
        <Button kind="primary" type="submit" busy={isBusy} disabled={said.trim() === ''}>
          {t('import.continue')}
        </Button>
      </div>
    </form>
  );
}
