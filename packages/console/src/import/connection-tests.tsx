// Whether the connection works: what was seen since the server began, and a test that is made now. Each part says what exactly is wrong.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { ClockIcon } from '@phosphor-icons/react/Clock';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './connect.module.css';
import { askTest, type Connection, type ConnectionCheck } from './connection-queries.ts';
import { type Part, partsOf } from './connection-state.ts';

const DIGITS = /^\d{1,32}$/;

export function ConnectionTests({ connection }: { readonly connection: Connection }): ReactNode {
  const t = useWords();
  const confirmed = useConfirmed();
  const [number, setNumber] = useState(connection.numbers[0]?.id ?? connection.ownTokens[0] ?? '');
  const testing = useMutation({ mutationFn: () => confirmed(() => askTest(number.trim())) });
  const isWrong = number.trim() !== '' && !DIGITS.test(number.trim());
  const test = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong) testing.mutate();
  };
  const parts = partsOf(connection, testing.data);
  const isWell = testing.data !== undefined && parts.every(({ state }) => state === 'well');
  return (
    <>
      <form onSubmit={test} className={styles['test']}>
        <TextField
          label={t('connect.number')}
          hint={t('connect.number-hint')}
          {...(isWrong ? { error: t('connect.number-wrong') } : {})}
          inputMode="numeric"
          autoComplete="off"
          code
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <Button kind="primary" type="submit" busy={testing.isPending} disabled={isWrong}>
          {t('connect.test')}
        </Button>
      </form>
      {testing.isError && !(testing.error instanceof NotConfirmed) && <ErrorLine>{t('connect.test-failed')}</ErrorLine>}
      <dl className={styles['rows']} aria-live="polite">
        {parts.map((part) => (
          <PartRow key={part.name} part={part} number={testing.data?.number} />
        ))}
      </dl>
      {isWell && (
        <section className={styles['well']}>
          <h3>{t('connect.all-well')}</h3>
          <p>{t('connect.all-well-about')}</p>
          <Link to="/inbox">{t('connect.to-inbox')}</Link>
        </section>
      )}
    </>
  );
}

const ICONS = { well: CheckCircleIcon, wrong: WarningCircleIcon, waits: ClockIcon } as const;

function PartRow({ part, number }: { readonly part: Part; readonly number: ConnectionCheck['number'] }): ReactNode {
  const t = useWords();
  const { moment } = useFormats();
  const { name, said, state, values } = part;
  const Icon = ICONS[state];
  const { time } = values;
  const shown = time === undefined ? values : { ...values, time: moment(new Date(time)) };
  return (
    <div className={styles['row']}>
      <dt>{t(name)}</dt>
      <dd>
        <p className={styles['state']} data-state={state}>
          <Icon size={18} weight={state === 'waits' ? 'regular' : 'fill'} aria-hidden="true" />
          <span>{t(said, shown)}</span>
        </p>
        {name === 'connect.token' && number?.state === 'known' && <NumberFacts number={number} />}
      </dd>
    </div>
  );
}

const QUALITIES = {
  GREEN: 'connect.quality-green',
  YELLOW: 'connect.quality-yellow',
  RED: 'connect.quality-red',
} as const;

function NumberFacts({ number }: { readonly number: NonNullable<ConnectionCheck['number']> }): ReactNode {
  const t = useWords();
  const quality = Object.entries(QUALITIES).find(([name]) => name === number.quality)?.[1];
  return (
    <ul className={styles['facts']}>
      {number.display !== undefined && (
        <li>
          {t('connect.display')} <bdi>{number.display}</bdi>
        </li>
      )}
      {number.verifiedName !== undefined && (
        <li>
          {t('connect.name')} <bdi>{number.verifiedName}</bdi>
        </li>
      )}
      <li>
        {t('connect.quality')} <b>{t(quality ?? 'connect.quality-unknown')}</b>
      </li>
    </ul>
  );
}
