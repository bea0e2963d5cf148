// What is in a chat, row by row: what it is, what is held already, what is missing, what Acta remarks, who is new.

import { type ReactNode, useState } from 'react';
import { LinkButton } from '../look/button.tsx';
import { Choice } from '../look/field.tsx';
import { Dialog } from '../look/layers.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { type Answer, TitleForm } from './chat-question.tsx';
import styles from './import.module.css';
import type { ImportChat } from './import-queries.ts';
import { isNote } from './outcome-words.ts';
import { useWallDate } from './wall-date.ts';

interface Shown {
  readonly chat: ImportChat;
  readonly canAnswer: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

export function ChatRows(shown: Shown): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const date = useWallDate();
  const { chat } = shown;
  const { days, deleted, edited, first, isTruncated, last, messages, platform, stayingAway } = chat;
  return (
    <section className={styles['rows']} aria-label={t('import.contents')}>
      <h2 className={styles['title']}>{t('import.contents')}</h2>
      {isTruncated && <p className={styles['lost']}>{t('import.truncated')}</p>}
      <dl>
        <ConversationRow {...shown} />
        <Row name={t('import.messages')} act={<span>{t(PLATFORMS[platform])}</span>}>
          {t('import.on-days', { count: days, messages: number(messages) })}
        </Row>
        {first !== undefined && last !== undefined && (
          <Row name={t('import.span')}>
            {date(first)} – {date(last)}
          </Row>
        )}
        <OurSideRow {...shown} />
        <HeldRow chat={chat} />
        <MediaRow chat={chat} />
        {deleted + edited > 0 && (
          <Row name={t('import.deleted')}>{t('import.deleted-counts', { deleted, edited })}</Row>
        )}
        <NotesRow chat={chat} />
        <PeopleRow chat={chat} />
        {stayingAway > 0 && (
          <Row name={t('import.staying-away')}>{t('import.staying-away-count', { count: stayingAway })}</Row>
        )}
      </dl>
    </section>
  );
}

const PLATFORMS = {
  android: 'import.platform-android',
  ios: 'import.platform-ios',
  old: 'import.platform-old',
} as const;

function Row({
  name,
  act,
  children,
}: {
  readonly name: string;
  readonly act?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles['row']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className={styles['act']}>{act}</dd>
    </div>
  );
}

function ConversationRow({ canAnswer, chat, onAnswer }: Shown): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { authors, conversation, isGroup, title } = chat;
  const values = { title, count: authors.length };
  return (
    <Row
      name={t('import.conversation')}
      act={
        canAnswer &&
        conversation === undefined && <LinkButton onClick={() => setOpen(true)}>{t('import.change')}</LinkButton>
      }
    >
      <bdi>{isGroup ? t('import.group', values) : t('import.with-one', { title })}</bdi>{' '}
      <span className={styles['soft']}>({t(conversation === undefined ? 'import.is-new' : 'import.is-held')})</span>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('import.conversation-title')}>
        <TitleForm
          title={title}
          isBusy={false}
          onSay={(said) => {
            setOpen(false);
            onAnswer({ title: said });
          }}
        />
      </Dialog>
    </Row>
  );
}

function OurSideRow({ canAnswer, chat, onAnswer }: Shown): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { authors, me } = chat;
  return (
    <Row
      name={t('import.our-side')}
      act={canAnswer && <LinkButton onClick={() => setOpen(true)}>{t('import.change')}</LinkButton>}
    >
      {me === undefined ? <span className={styles['soft']}>{t('import.not-said')}</span> : <bdi>{me}</bdi>}
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('import.me-title')}>
        <fieldset className={styles['names']}>
          <legend className="hidden-text">{t('import.me-title')}</legend>
          {[...authors, ''].map((name) => (
            <Choice
              key={name}
              type="radio"
              name="our-side"
              checked={(me ?? '') === name}
              onChange={() => {
                setOpen(false);
                onAnswer({ me: name });
              }}
              label={name === '' ? t('import.me-nobody') : <bdi>{name}</bdi>}
            />
          ))}
        </fieldset>
      </Dialog>
    </Row>
  );
}

function HeldRow({ chat: { counts, sameBy } }: { readonly chat: ImportChat }): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const [isOpen, setOpen] = useState(false);
  if (counts === undefined) return null;
  const { newVersions, same } = counts;
  return (
    <Row
      name={t('import.held')}
      act={
        same > 0 &&
        sameBy !== undefined && (
          <LinkButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('import.by-step')}
          </LinkButton>
        )
      }
    >
      {t('import.same', { count: same })}
      {newVersions > 0 && t('import.versions', { count: newVersions })}
      {isOpen && sameBy !== undefined && (
        <ul className={styles['list']}>
          <li>
            {t('import.step-exact')} <span>{number(sameBy.exact)}</span>
          </li>
          <li>
            {t('import.step-minute')} <span>{number(sameBy.withinMinute)}</span>
          </li>
          <li>
            {t('import.step-crossed')} <span>{number(sameBy.crossed)}</span>
          </li>
        </ul>
      )}
    </Row>
  );
}

function MediaRow({ chat: { media, missingNames } }: { readonly chat: ImportChat }): ReactNode {
  const t = useWords();
  const { missing, omitted, present } = media;
  return (
    <Row
      name={t('import.attachments')}
      act={
        missingNames.length > 0 && (
          <Listed label={t('import.see-missing', { count: missing })} title={t('import.missing-title')}>
            {missingNames.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </Listed>
        )
      }
    >
      {missing + omitted + present === 0 ? t('import.media-none') : t('import.media', { missing, omitted, present })}
    </Row>
  );
}

function NotesRow({ chat: { warnings } }: { readonly chat: ImportChat }): ReactNode {
  const t = useWords();
  const notes = warnings.filter(({ code }) => code !== 'possibly-truncated' && code !== 'date-order-ambiguous');
  if (notes.length === 0) return null;
  const count = notes.reduce((sum, one) => sum + 1 + Math.max(0, (one.count ?? 1) - LISTED), 0);
  return (
    <Row
      name={t('import.notes')}
      act={
        <Listed label={t('import.see-notes')} title={t('import.notes-title')}>
          {notes.map(({ code, line }) => (
            <li key={`${code} ${line}`}>
              {isNote(code) ? t(`import.note.${code}`) : code}{' '}
              <span>{line === 0 ? t('import.whole-file') : t('import.line', { line })}</span>
            </li>
          ))}
        </Listed>
      }
    >
      <span className={styles['warn']}>{t('import.notes-count', { count })}</span>
    </Row>
  );
}

/** So many remarks of one kind are named with their lines; the last of them says how many there are in all. */
const LISTED = 8;
const NAMES = 4;

function PeopleRow({ chat: { newPeople } }: { readonly chat: ImportChat }): ReactNode {
  const t = useWords();
  const { list } = useFormats();
  if (newPeople.length === 0) return null;
  const names = newPeople.slice(0, NAMES);
  return (
    <Row
      name={t('import.new-people')}
      act={
        newPeople.length > NAMES && (
          <Listed label={t('import.see-all')} title={t('import.new-people')}>
            {newPeople.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </Listed>
        )
      }
    >
      {t('import.people', { count: newPeople.length, names: list(names) })}
      {newPeople.length > NAMES && '…'}
    </Row>
  );
}

/** A link that opens a list. */
function Listed({
  label,
  title,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{label}</LinkButton>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={title}>
        <ul className={styles['list']}>{children}</ul>
      </Dialog>
    </>
  );
}
