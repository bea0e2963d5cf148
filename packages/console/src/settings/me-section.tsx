// Oneself: a name, and how the console is to be.

import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { type OwnSettings, useChoose, useOwnSettings } from '../api/own-settings.ts';
import { sessionQuery, useSession } from '../api/session.ts';
import { areKeysOn } from '../app/keys.ts';
import { Button } from '../look/button.tsx';
import { Choice, ErrorLine, SelectField, TextField } from '../look/field.tsx';
import { Facts } from '../look/parts.tsx';
import { LANGUAGES, NAMES } from '../words/language.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import styles from './settings.module.css';
import { useAct } from './use-act.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

export function MeSection(): ReactNode {
  const t = useWords();
  const { user } = useSession();
  if (user === undefined) return null;
  const facts = [
    { name: t('settings.email'), value: <bdi>{user.email}</bdi> },
    { name: t('settings.role'), value: t(`settings.role.${user.role}`) },
    ...(user.team === undefined ? [] : [{ name: t('settings.team-name'), value: <bdi>{user.team}</bdi> }]),
  ];
  return (
    <>
      <section className={styles['block']}>
        <NameForm name={user.name} key={user.name} />
        <Facts facts={facts} />
      </section>
      <Choices />
    </>
  );
}

function NameForm({ name }: { readonly name: string }): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct(sessionQuery.queryKey, ['staff']);
  const [typed, setTyped] = useState(name);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void run(() => ask(api.PATCH('/api/v1/self', { body: { name: typed.trim() } })), t('settings.saved'));
  };
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextField
        label={t('settings.name')}
        required
        maxLength={100}
        autoComplete="name"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        {...(error === undefined ? {} : { error })}
      />
      <Button type="submit" busy={isBusy} disabled={typed.trim() === '' || typed === name}>
        {t('settings.save')}
      </Button>
    </form>
  );
}

function Choices(): ReactNode {
  const t = useWords();
  const { language, speak } = useLanguage();
  const { density, enterSends, singleKeys, theme } = useOwnSettings();
  const choose = useChoose();
  const { error, run } = useAct();
  const keep = (choice: Partial<OwnSettings>): void => void run(() => choose(choice));
  return (
    <section className={styles['block']}>
      <p className={styles['about']}>{t('settings.in-step')}</p>
      <div className={styles['form']}>
        <SelectField
          label={t('settings.language')}
          value={language}
          onChange={({ target }) => {
            const chosen = LANGUAGES.find((one) => one === target.value) ?? 'en';
            speak(chosen);
            keep({ language: chosen });
          }}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {NAMES[one]}
            </option>
          ))}
        </SelectField>
        <OneOf
          name={t('settings.theme')}
          of={THEMES}
          chosen={theme ?? 'auto'}
          word={(one) => t(`settings.theme.${one}`)}
          onChoose={(one) => keep({ theme: one })}
        />
        <OneOf
          name={t('settings.density')}
          of={DENSITIES}
          chosen={density ?? 'comfortable'}
          word={(one) => t(`settings.density.${one}`)}
          onChoose={(one) => keep({ density: one })}
        />
        <Choice
          label={t('settings.single-keys')}
          hint={t('settings.single-keys-about')}
          checked={singleKeys ?? areKeysOn()}
          onChange={({ target }) => keep({ singleKeys: target.checked })}
        />
        <Choice
          label={t('settings.enter-sends')}
          hint={t('settings.enter-sends-about')}
          checked={enterSends ?? true}
          onChange={({ target }) => keep({ enterSends: target.checked })}
        />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      </div>
    </section>
  );
}

function OneOf<T extends string>({
  chosen,
  name,
  of,
  onChoose,
  word,
}: {
  readonly name: string;
  readonly of: readonly T[];
  readonly chosen: string;
  readonly word: (one: T) => string;
  readonly onChoose: (one: T) => void;
}): ReactNode {
  return (
    <fieldset className={styles['group']}>
      <legend>{name}</legend>
      {of.map((one) => (
        <Choice
          key={one}
          type="radio"
          name={name}
          label={word(one)}
          checked={one === chosen}
          onChange={() => onChoose(one)}
        />
      ))}
    </fieldset>
  );
}
